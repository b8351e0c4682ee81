import type { DigestItem } from '#core/notices/digest.ts';
import type { NoticeContent } from '#core/notices/notice.ts';
import { ANSWERED_GROUPS, type DigestGroup } from '#core/notices/notice-words.ts';
import { printDay } from '#core/written-day.ts';
import type { MailContent, MailItem } from './render-mail.ts';

/** For whom a mail is, and where its links lead: "https://cchc.phuong.vn", without a slash at its end. */
export type MailReader = { personName: string; unitName: string; address: string };

const GROUP_TITLES: Readonly<Record<DigestGroup, string>> = {
  obstacle: 'Vướng mắc chờ ông/bà cho ý kiến',
  held: 'Việc đang chờ đơn vị của ông/bà',
  late: 'Việc đã quá hạn',
  due: 'Việc sắp đến hạn',
  check: 'Việc thường xuyên, định kỳ đến kỳ cập nhật',
  silent: 'Việc lâu chưa có cập nhật',
  escalated: 'Việc quá hạn, đến hạn cần ông/bà chỉ đạo',
};

const HOLDER_WORDS = {
  owner: 'Đơn vị chủ trì',
  coordinator: 'Đơn vị phối hợp',
  approver: 'Lãnh đạo duyệt',
  upper_level: 'Cấp trên',
} as const;

const ANSWERS = [
  { say: 'done', label: 'Đã xong' },
  { say: 'in_progress', label: 'Đang làm' },
  { say: 'nothing_new', label: 'Chưa có gì mới' },
  { say: 'stuck', label: 'Vướng mắc' },
] as const;

/** A notice as a mail in Vietnamese. */
export function mailOfNotice(content: NoticeContent, reader: MailReader): MailContent {
  const { personName, unitName, address } = reader;
  const frame = {
    greeting: `Kính gửi ông/bà ${personName},`,
    closing: `Thư này do phần mềm theo dõi Kế hoạch cải cách hành chính của UBND ${unitName} tự động gửi.`,
    settings: { label: 'Chọn cách nhận thông báo', url: `${address}/my-notices` },
  };
  if (content.kind === 'test') {
    return {
      ...frame,
      subject: 'Thư thử của phần mềm theo dõi cải cách hành chính',
      lead: `Thư này do ${content.byName} gửi thử. Ông/bà nhận được thư nghĩa là địa chỉ đã đúng.`,
      groups: [],
    };
  }
  if (content.kind !== 'digest') {
    const isRaised = content.kind === 'obstacle_raised';
    const title = isRaised ? 'Vướng mắc mới chờ ông/bà cho ý kiến' : 'Vướng mắc đã có ý kiến trả lời';
    const item: MailItem = {
      title: titleOf(content.key, content.taskText),
      facts: [
        `${content.byName}: “${content.text}”`,
        ...(content.answerBy ? [`Đề nghị trả lời chậm nhất ngày ${printDay(content.answerBy)}`] : []),
      ],
      url: `${address}/tasks/${content.taskId}`,
      answers: [],
      isPressing: isRaised,
    };
    return { ...frame, subject: title, lead: title, groups: [{ title, items: [item] }] };
  }
  const { digest } = content;
  const items = digest.groups.flatMap((each) => each.items);
  const late = items.filter(({ daysLeft }) => daysLeft !== null && daysLeft < 0).length;
  const counted = `${items.length} việc${late > 0 ? `, ${late} việc quá hạn` : ''}`;
  return {
    ...frame,
    subject: digest.isWeekly ? `Việc tuần này: ${counted}` : `Việc cần cập nhật hôm nay: ${counted}`,
    lead: `${digest.isWeekly ? 'Đầu tuần' : 'Hôm nay'}, ngày ${printDay(digest.day)}, ông/bà có ${counted}. Bấm vào câu trả lời dưới mỗi việc để cập nhật ngay.`,
    groups: digest.groups.map(({ group, items: own }) => ({
      title: GROUP_TITLES[group],
      items: own.map((item) => mailItem(item, group, address)),
    })),
  };
}

function mailItem(item: DigestItem, group: DigestGroup, address: string): MailItem {
  const isAnswered = ANSWERED_GROUPS.includes(group);
  const quick = `${address}/quick/${item.taskId}`;
  return {
    title: titleOf(item.key, item.text),
    facts: factsOf(item, group),
    url: isAnswered ? quick : `${address}/tasks/${item.taskId}`,
    answers: isAnswered ? ANSWERS.map(({ say, label }) => ({ label, url: `${quick}?say=${say}` })) : [],
    isPressing: item.daysLeft !== null && item.daysLeft < 0,
  };
}

const titleOf = (key: string, text: string) => `${key}. ${text}`;

function factsOf(item: DigestItem, group: DigestGroup): string[] {
  const facts: string[] = [];
  if (item.dueTo !== null && item.daysLeft !== null) facts.push(printDue(item.dueTo, item.daysLeft));
  if (group === 'escalated') facts.push(`Chủ trì: ${item.leadNames.join(', ') || 'chưa giao'}`);
  if (item.holder.holder !== 'owner')
    facts.push(`Đang ở: ${item.holder.name ?? HOLDER_WORDS[item.holder.holder]}`);
  if (item.obstacle) {
    facts.push(`${item.obstacle.byName}: “${item.obstacle.text}”`);
    if (item.obstacle.answerBy) facts.push(`Cần trả lời chậm nhất ngày ${printDay(item.obstacle.answerBy)}`);
  }
  facts.push(
    item.lastUpdateOn === null
      ? 'Chưa có lần cập nhật nào'
      : `Cập nhật gần nhất ${printDay(item.lastUpdateOn)}, tiến độ ${item.percent} %`,
  );
  return facts;
}

function printDue(dueTo: string, daysLeft: number): string {
  if (daysLeft < 0) return `Quá hạn ${-daysLeft} ngày (hạn ${printDay(dueTo)})`;
  return daysLeft === 0 ? `Hạn hôm nay, ${printDay(dueTo)}` : `Hạn ${printDay(dueTo)}, còn ${daysLeft} ngày`;
}
