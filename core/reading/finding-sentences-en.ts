import type { FindingSentences } from './finding-words.ts';

const COLUMNS: Record<string, string> = {
  maxPoints: 'the maximum',
  lastPoints: "last year's score",
  targetPoints: 'the target',
};
const REASONS: Record<string, string> = {
  no_heading: 'stands under no heading',
  no_number: 'has no number',
  no_points: 'has no maximum',
  not_understood: 'could not be understood',
  duplicate_code: 'repeats a number',
  no_parent: 'has no row above it',
  too_deep: 'is of a fourth level, while a set of criteria has three',
};
const BLANKS: Record<string, string> = { number: 'number', issuedOn: 'date' };
const column = (name: string) => COLUMNS[name] ?? name;

/** The sentences of findings in English. */
export const ENGLISH_FINDINGS: FindingSentences = {
  sum_differs: ({ subject, text, points }) => ({
    title: `Row ${subject}: ${column(text('column'))} says ${points('written')}, the rows under it add up to ${points('sum')} (${points('difference')} apart).`,
    why: 'A row must equal the exact sum of the rows under it; one hundredth already spoils the total.',
    whatToDo: 'Compare with the document and correct this row or the one under it that is wrong.',
  }),
  total_differs: ({ text, points }) => ({
    title: `The total row: ${column(text('column'))} says ${points('written')}, the fields add up to ${points('sum')} (${points('difference')} apart).`,
    why: 'Ranks are drawn from the total, so it must agree with the fields.',
    whatToDo: 'Compare each field with the document to find the wrong figure.',
  }),
  total_not_hundred: ({ points }) => ({
    title: `The maxima of the fields add up to ${points('sum')}, not to 100.00.`,
    why: 'Criteria sets use a scale of 100, sometimes with bonus points on top; another sum may mean a lost row or a wrong figure.',
    whatToDo: 'Check that no row of the annex is missing; keep it if the document says so.',
  }),
  score_above_max: ({ subject, text, points }) => ({
    title: `Row ${subject} “${text('title')}”: last year's score ${points('lastPoints')} is above the maximum ${points('maxPoints')}.`,
    why: 'No criterion can score above its maximum.',
    whatToDo: 'Correct the score or the maximum from the document.',
  }),
  target_above_max: ({ subject, text, points }) => ({
    title: `Row ${subject} “${text('title')}”: the target ${points('targetPoints')} is above the maximum ${points('maxPoints')}.`,
    why: 'A target above the maximum cannot be reached.',
    whatToDo: 'Correct the target or the maximum from the document.',
  }),
  target_below_last: ({ subject, text, points }) => ({
    title: `Row ${subject} “${text('title')}”: the target ${points('targetPoints')} is below last year's score ${points('lastPoints')}.`,
    why: 'In a plan to raise the index a lower target is usually a slip.',
    whatToDo: 'Confirm the target; keep it if lowering it is meant.',
  }),
  negative_score: ({ subject, text, points }) => ({
    title: `Row ${subject} “${text('title')}”: ${column(text('column'))} is ${points('points')}, below zero.`,
    why: 'Only penalty rows have negative points.',
    whatToDo: 'Correct the points, or mark the row as a penalty.',
  }),
  target_equals_max: ({ number }) => ({
    title: `The target equals the maximum on all ${number('rows')} rows.`,
    why: `Such a target sets no priority; ${number('leavesBelow')} criteria were below their maximum last year.`,
    whatToDo: 'Consider a target of their own, within reach, for the criteria that lost points.',
  }),
  leaf_without_owner: ({ subject, text, points }) => ({
    title: `Row ${subject} “${text('title')}” (${points('maxPoints')} points) has no responsible department at any level.`,
    why: 'Points nobody answers for are watched and explained by nobody.',
    whatToDo: text('proposed')
      ? `Give it to a department; by the organisation section it belongs to ${text('proposed')}.`
      : 'Give it to a lead department before confirming the plan.',
  }),
  owner_unknown: ({ text }) => ({
    title: `“${text('name')}” is not in the list of departments.`,
    why: 'Its criteria and tasks would reach nobody.',
    whatToDo: 'Add the department, or join it with one that is there.',
  }),
  owner_disagrees: ({ subject, text }) => ({
    title: `Row ${subject} “${text('title')}”: the annex names ${text('inAnnex')}, the organisation section ${text('inSections')}.`,
    why: `Two parts of one plan (the annex and section ${text('sections')}) give the work to different departments.`,
    whatToDo: 'Settle which department leads and which one helps.',
  }),
  survey_owner_disagrees: ({ subject, text, points }) => ({
    title: `Row ${subject} “${text('title')}” (${points('maxPoints')} points) belongs to ${text('inAnnex')}, but measuring satisfaction is the work of ${text('inSections')}.`,
    why: 'Where one department carries the survey points and another runs the survey, neither can improve them alone.',
    whatToDo: 'Name one lead; the other helps.',
  }),
  two_spellings: ({ text }) => ({
    title: `One department is written in several ways: ${text('spellings')}.`,
    why: 'Different spellings are easily counted as different departments.',
    whatToDo: `Choose one; “${text('commonest')}” is used most.`,
  }),
  ocr_slip: ({ text }) => ({
    title: text('right')
      ? `“${text('found')}” is probably “${text('right')}”: ${text('context')}`
      : `“${text('found')}” is probably a slip: ${text('context')}`,
    why: 'Scanning and old fonts leave such slips; kept, they are printed in every later paper.',
    whatToDo: text('right')
      ? 'Take the suggestion if it is right.'
      : 'Compare with the document and correct it; the true word is not certain.',
  }),
  row_joined: ({ subject }) => ({
    title: `Row ${subject}: a row broken by a page was joined again.`,
    why: 'Where a table breaks inside a row, the rest of its text falls on the next page.',
    whatToDo: 'Look over the title and the department of this row.',
  }),
  duplicate_code: ({ subject, text }) => ({
    title: `A number is used twice${subject === 'document' ? '' : ` at row ${subject}`}: “${text('title')}”.`,
    why: 'Points and tasks cannot be told apart between two rows of one number.',
    whatToDo: 'Number the rows as the document does.',
  }),
  code_gap: ({ text }) => ({
    title: `Number ${text('missing')} is missing.`,
    why: 'A row may have been lost in reading or in drafting.',
    whatToDo: 'Look for the row in the document; keep it if the document numbers so.',
  }),
  parent_missing: ({ subject, text }) => ({
    title:
      subject === 'document'
        ? `The row above this one is not known: “${text('title')}”.`
        : `${subject} “${text('title')}”: the row above it, ${text('parent')}, could not be read.`,
    why: 'Without it the points cannot be added up, and nobody knows which field or criterion the row belongs to.',
    whatToDo:
      'Compare with the document, add the row above (its number and maximum), and read the file again.',
  }),
  task_without_deadline: ({ text }) => ({
    title: `A task without a deadline: ${text('text')}`,
    why: 'Without a deadline nobody can be reminded and progress cannot be judged.',
    whatToDo: 'Set a deadline, or mark it as regular work.',
  }),
  deadline_not_understood: ({ text }) => ({
    title: `The deadline “${text('words')}” was not understood.`,
    why: 'Its words are kept, but without a day nobody can be reminded.',
    whatToDo: 'Enter the day; the words stay beside it.',
  }),
  deadline_governed: ({ text }) => ({
    title: `The deadline “${text('words')}” comes from a completion-time line for several tasks.`,
    why: 'The task has none of its own, so that of its section applies.',
    whatToDo: 'Confirm it, or set one of its own.',
  }),
  deadline_outside_year: ({ text, number }) => ({
    title: `The deadline “${text('words')}” lies outside the plan's year ${number('year')}.`,
    why: "Usually last year's text was used again and the year forgotten.",
    whatToDo: 'Check the year.',
  }),
  task_without_owner: ({ text }) => ({
    title: `A task without a department: ${text('text')}`,
    why: 'Work given to nobody is updated by nobody.',
    whatToDo: 'Choose the department that leads it.',
  }),
  task_without_criterion: ({ text }) => ({
    title: `A task without a criterion: ${text('text')}`,
    why: 'It is not known whose points the task would raise.',
    whatToDo: 'Link it to its field or criterion, if there is one.',
  }),
  lost_points_without_task: ({ subject, text, points }) => ({
    title: `Row ${subject} “${text('title')}” is ${points('lost')} points short and has no task of its own.`,
    why: 'A general line about finding solutions does not say who wins these points back. Tasks are matched by their words, so one in other words may be overlooked.',
    whatToDo: 'Add a task for it, or link one that is there.',
  }),
  blank_number: ({ text }) => ({
    title: `Left blank in the document: ${text('missing')
      .split('; ')
      .map((name) => BLANKS[name] ?? name)
      .join(' and ')}.`,
    why: 'It may be a draft that has not been issued.',
    whatToDo: 'Fill it in when the document is signed.',
  }),
  no_criteria: () => ({
    title: 'No table of criteria was found in the document.',
    why: 'Without the annex there are no points or targets to follow.',
    whatToDo: 'Check that the file holds its annex; the table needs columns for number, title and maximum.',
  }),
  unplaced_text: ({ text }) => ({
    title: `Not placed anywhere: “${text('text')}”.`,
    why: `This piece ${REASONS[text('reason')] ?? 'could not be understood'}.`,
    whatToDo: 'Look at the document; add it by hand if it is needed.',
  }),
};
