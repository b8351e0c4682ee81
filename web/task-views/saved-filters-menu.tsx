import { useNavigate } from '@tanstack/react-router';
import { Bookmark, BookmarkPlus, Check, PencilLine } from 'lucide-react';
import { useState } from 'react';
import { paths } from '#web/paths.ts';
import type { TaskSearch } from '#web/plans/task-list.ts';
import { Button } from '#web/ui/button.tsx';
import { Menu, MenuItem, MenuSeparator } from '#web/ui/menu.tsx';
import { useWords } from '#web/words/language.ts';
import { isChosen } from './saved-filters.ts';
import { ManageFiltersDialog, SaveFilterDialog } from './saved-filters-dialogs.tsx';
import { useSavedFilters } from './use-saved-filters.ts';

/** The filters a person keeps under a name: choosing one only changes the address, which can be sent on. */
export function SavedFiltersMenu({ search }: { search: TaskSearch }) {
  const { saved } = useWords().taskViews;
  const { filters, change } = useSavedFilters();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<'save' | 'manage' | undefined>(undefined);
  const close = () => setAsking(undefined);
  return (
    <>
      <Menu trigger={<Button icon={<Bookmark aria-hidden />}>{saved.menu}</Button>}>
        {filters.map((filter) => (
          <MenuItem
            key={filter.name}
            icon={isChosen(filter, search) ? <Check aria-hidden /> : <Bookmark aria-hidden />}
            onSelect={() => void navigate({ to: paths.tasks, search: filter.search })}
          >
            {filter.name}
          </MenuItem>
        ))}
        {filters.length > 0 && <MenuSeparator />}
        <MenuItem icon={<BookmarkPlus aria-hidden />} onSelect={() => setAsking('save')}>
          {saved.save}
        </MenuItem>
        <MenuItem
          icon={<PencilLine aria-hidden />}
          disabled={filters.length === 0}
          onSelect={() => setAsking('manage')}
        >
          {saved.manage}
        </MenuItem>
      </Menu>
      {asking === 'save' && (
        <SaveFilterDialog filters={filters} search={search} onChange={change} onClose={close} />
      )}
      {asking === 'manage' && <ManageFiltersDialog filters={filters} onChange={change} onClose={close} />}
    </>
  );
}
