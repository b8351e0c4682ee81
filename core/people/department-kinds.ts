// Apart from the schemas, so that a page can list these words without carrying a validator.

/** What a department can be; `group` stands for many ("Các phòng, ban, đơn vị"), `outside` is not of the unit. */
export const DEPARTMENT_KINDS = ['office', 'department', 'service', 'school', 'group', 'outside'] as const;
