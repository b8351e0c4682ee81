/** Every address of the product, in one object. */
export const paths = {
  dashboard: '/',
  signIn: '/sign-in',
  setup: '/setup',
  invite: '/invite',
  criteria: '/criteria',
  criterion: '/criteria/$code',
  gaps: '/gaps',
  tasks: '/tasks',
  task: '/tasks/$taskId',
  myWork: '/my-work',
  plan: '/plan',
  import: '/plan/import',
  review: '/plan/import/$readingId',
  annex: '/plan/annex',
  people: '/people',
  departments: '/departments',
} as const;
