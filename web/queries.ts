import { queryOptions } from '@tanstack/react-query';
import { api } from './api.ts';

/**
 * The lists several nouns read. The first word of a key is the noun a live change names, so a query
 * of one thing of a noun begins with the same word: ['tasks', id].
 */
export const criteriaQuery = queryOptions({ queryKey: ['criteria'], queryFn: api.listCriteria });
export const tasksQuery = queryOptions({ queryKey: ['tasks'], queryFn: api.listTasks });
export const gapsQuery = queryOptions({ queryKey: ['gaps'], queryFn: api.findGaps });
export const planQuery = queryOptions({ queryKey: ['plan'], queryFn: api.findPlan });
export const departmentsQuery = queryOptions({ queryKey: ['departments'], queryFn: api.listDepartments });
export const membersQuery = queryOptions({ queryKey: ['members'], queryFn: api.listMembers });
export const invitationsQuery = queryOptions({ queryKey: ['invitations'], queryFn: api.listInvitations });
