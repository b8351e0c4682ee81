import { Link } from '@tanstack/react-router';
import {
  BellRing,
  Building2,
  ClipboardCheck,
  ClipboardList,
  FileCheck,
  FileText,
  Gavel,
  Landmark,
  LayoutDashboard,
  ListTree,
  Megaphone,
  Network,
  ScrollText,
  SquareCheck,
  TableProperties,
  TrendingDown,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { Unit } from '#core/people/member.ts';
import { type Action, mayEver } from '#core/people/permissions.ts';
import type { Role } from '#core/people/roles.ts';
import { paths } from '#web/paths.ts';
import { useMe } from '#web/people/session.ts';
import { useWords } from '#web/words/language.ts';
import type { Words } from '#web/words/vi.ts';
import styles from './shell.module.css';

type PageName =
  | 'dashboard'
  | 'brief'
  | 'criteria'
  | 'gaps'
  | 'tasks'
  | 'myWork'
  | 'responsibility'
  | 'registers'
  | 'evidence'
  | 'assessment'
  | 'plan'
  | 'campaigns'
  | 'people'
  | 'units'
  | 'notices'
  | 'history';
export type NavigationPage = {
  name: PageName;
  to: (typeof paths)[PageName];
  icon: ReactNode;
  /** Only who may do this is led there: what its routes ask. */
  action: Action;
  /** Only in units that hold campaigns, and for the roles that work in one. */
  isOfCity?: true;
};

/** The pages of the main menu, in the order of a working day. */
const NAVIGATION: readonly NavigationPage[] = [
  { name: 'dashboard', to: paths.dashboard, icon: <LayoutDashboard aria-hidden />, action: 'plan.read' },
  { name: 'brief', to: paths.brief, icon: <Megaphone aria-hidden />, action: 'plan.read' },
  { name: 'criteria', to: paths.criteria, icon: <ListTree aria-hidden />, action: 'plan.read' },
  { name: 'gaps', to: paths.gaps, icon: <TrendingDown aria-hidden />, action: 'plan.read' },
  { name: 'tasks', to: paths.tasks, icon: <ClipboardList aria-hidden />, action: 'plan.read' },
  { name: 'myWork', to: paths.myWork, icon: <SquareCheck aria-hidden />, action: 'task.read' },
  {
    name: 'responsibility',
    to: paths.responsibility,
    icon: <Gavel aria-hidden />,
    action: 'responsibility.read',
  },
  { name: 'registers', to: paths.registers, icon: <TableProperties aria-hidden />, action: 'register.read' },
  { name: 'evidence', to: paths.evidence, icon: <FileCheck aria-hidden />, action: 'plan.read' },
  {
    name: 'assessment',
    to: paths.assessment,
    icon: <ClipboardCheck aria-hidden />,
    action: 'assessment.read',
  },
  { name: 'plan', to: paths.plan, icon: <FileText aria-hidden />, action: 'plan.read' },
  {
    name: 'campaigns',
    to: paths.campaigns,
    icon: <Landmark aria-hidden />,
    action: 'campaign.read',
    isOfCity: true,
  },
  { name: 'people', to: paths.people, icon: <Building2 aria-hidden />, action: 'member.read' },
  { name: 'units', to: paths.units, icon: <Network aria-hidden />, action: 'unit.manage' },
  { name: 'notices', to: paths.notices, icon: <BellRing aria-hidden />, action: 'notice.manage' },
  { name: 'history', to: paths.history, icon: <ScrollText aria-hidden />, action: 'event.read' },
];

/** The pages a role is led to; a leader has the brief first. */
export function pagesOf(role: Role, kind: Unit['kind']): readonly NavigationPage[] {
  const holdsCampaigns = kind === 'city' || kind === 'country' || role === 'appraiser' || role === 'council';
  const pages = NAVIGATION.filter(
    ({ action, isOfCity }) => mayEver(role, action) && (isOfCity === undefined || holdsCampaigns),
  );
  if (role !== 'leader') return pages;
  return pages.toSorted((one, other) => Number(other.name === 'brief') - Number(one.name === 'brief'));
}

export function Navigation({ onOpen }: { onOpen?: () => void }) {
  const me = useMe();
  const { shell } = useWords();
  return (
    <nav aria-label={shell.mainMenu} className={styles.pages}>
      <ul>
        {pagesOf(me.role, me.unit.kind).map((page) => (
          <li key={page.name}>
            <Link
              to={page.to}
              className={styles.page}
              activeOptions={{ exact: page.to === paths.dashboard, includeSearch: false }}
              onClick={() => onOpen?.()}
            >
              {page.icon}
              {shell[page.name satisfies keyof Words['shell']]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
