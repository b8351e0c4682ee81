import { Archive, CalendarCheck, FileDown, FileUp, Pencil, Table2, Trash2 } from 'lucide-react';
import { useId } from 'react';
import { mayEver } from '#core/people/permissions.ts';
import type { RegisterPage } from '#core/registers/register.ts';
import { PermittedButton } from '#web/people/permitted-button.tsx';
import { useMe } from '#web/people/session.ts';
import { Button } from '#web/ui/button.tsx';
import { Menu, MenuItem, MenuSeparator } from '#web/ui/menu.tsx';
import { Select } from '#web/ui/select.tsx';
import { useWords } from '#web/words/language.ts';
import { registersApi } from './api.ts';
import styles from './registers.module.css';

export type RegisterMenuProps = {
  page: RegisterPage;
  refusal: string | undefined;
  onYear: (year: number) => void;
  onFile: (file: File) => void;
  onSnapshot: () => void;
  onSnapshots: () => void;
  onDefine: () => void;
  onEnd: () => void;
};

const download = (address: string) => window.location.assign(address);

/** What can be done with a whole register: another year, files in and out, closing a month, its definition. */
export function RegisterMenu(props: RegisterMenuProps) {
  const { page, refusal } = props;
  const { register, year } = page;
  const { registers } = useWords();
  const me = useMe();
  const fileId = useId();
  const now = Number(me.today.slice(0, 4));
  const years = new Set([
    year,
    ...Array.from({ length: 5 }, (_, back) => Math.max(now, me.planYear ?? now) - back),
  ]);
  const isOwn = register.number === null && mayEver(me.role, 'register.define');
  const ofRows = register.source === 'rows';
  return (
    <>
      <Select
        label={registers.pickYear}
        className={styles.pickSmall}
        value={String(year)}
        onChange={(chosen) => props.onYear(Number(chosen))}
        options={[...years]
          .sort((a, b) => b - a)
          .map((each) => ({ value: String(each), label: registers.year(each) }))}
      />
      {ofRows && (
        <>
          <PermittedButton
            action="register.define"
            icon={<CalendarCheck aria-hidden />}
            onClick={props.onSnapshot}
          >
            {registers.snapshots.take}
          </PermittedButton>
          <input
            id={fileId}
            type="file"
            accept=".xlsx,.csv,.tsv"
            className={styles.file}
            tabIndex={-1}
            aria-label={registers.importFile}
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = '';
              if (file) props.onFile(file);
            }}
          />
          <Menu trigger={<Button icon={<FileDown aria-hidden />}>{registers.files}</Button>}>
            <MenuItem
              icon={<FileDown aria-hidden />}
              onSelect={() => download(registersApi.workbook(register.key, year))}
            >
              {registers.exportWorkbook}
            </MenuItem>
            <MenuItem
              icon={<Table2 aria-hidden />}
              onSelect={() => download(registersApi.csv(register.key, year))}
            >
              {registers.exportCsv}
            </MenuItem>
            <MenuItem
              icon={<FileUp aria-hidden />}
              disabled={refusal !== undefined}
              onSelect={() => document.getElementById(fileId)?.click()}
            >
              {registers.importFile}
            </MenuItem>
            <MenuSeparator />
            <MenuItem
              icon={<Archive aria-hidden />}
              hint={page.snapshots.length}
              onSelect={props.onSnapshots}
            >
              {registers.snapshots.open}
            </MenuItem>
            {isOwn && (
              <>
                <MenuSeparator />
                <MenuItem icon={<Pencil aria-hidden />} onSelect={props.onDefine}>
                  {registers.define.change}
                </MenuItem>
                <MenuItem icon={<Trash2 aria-hidden />} onSelect={props.onEnd}>
                  {registers.define.end}
                </MenuItem>
              </>
            )}
          </Menu>
        </>
      )}
    </>
  );
}
