import { Switch } from '#web/ui/checkbox.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Kbd } from '#web/ui/kbd.tsx';
import { useWords } from '#web/words/language.ts';
import styles from './shell.module.css';
import { GO_TO, switchShortcuts, useShortcutsOn } from './shortcut-keys.ts';

/** The list of keyboard shortcuts, and the switch that turns the single letters off. */
export function Shortcuts(props: { isOpen: boolean; onClose: () => void; goesTo: ReadonlySet<string> }) {
  const { isOpen, onClose, goesTo } = props;
  const { shell } = useWords();
  const areOn = useShortcutsOn();
  const goals = Object.entries(GO_TO).filter(([, { name }]) => goesTo.has(name));
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={shell.shortcuts} description={shell.shortcutsWhy}>
      <Switch label={shell.shortcutsOn} checked={areOn} onChange={switchShortcuts} />
      <dl className={styles.keys}>
        <div>
          <dt>{shell.shortcutNames.search}</dt>
          <dd>
            <Kbd>Ctrl K</Kbd>
          </dd>
        </div>
        <div>
          <dt>{shell.shortcutNames.shortcuts}</dt>
          <dd>
            <Kbd>?</Kbd>
          </dd>
        </div>
        {goals.map(([key, { name }]) => (
          <div key={key}>
            <dt>{shell.shortcutNames[name]}</dt>
            <dd>
              <Kbd>g</Kbd> {shell.andThen} <Kbd>{key}</Kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
