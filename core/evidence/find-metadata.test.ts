import { describe, expect, it } from 'vitest';
import type { Block, Format } from '#core/reading/blocks.ts';
import { paragraphs, tableOf } from '#core/reading/fixtures/blocks-of.ts';
import type { DocumentMetadata } from './evidence.ts';
import { findMetadata } from './find-metadata.ts';
import { findSecrecy } from './find-secrecy.ts';
import { printOrgan } from './print-organ.ts';

const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc';
const WARD = 'ỦY BAN NHÂN DÂN\nPHƯỜNG HỒ SEN';
const head = (issuer: string, number: string, dated: string) =>
  tableOf([issuer, NATION], [number, dated]) as Block;
const foot = (...signed: string[]) =>
  tableOf(['Nơi nhận:\n- Như trên;\n- Lưu: VT.', signed.join('\n')]) as Block;

const PLAN = [
  head(WARD, 'Số: 05/KH-UBND', 'Hồ Sen, ngày 15 tháng 01 năm 2026'),
  ...paragraphs(
    'KẾ HOẠCH',
    'Cải cách hành chính nhà nước năm 2026',
    'Thực hiện Kế hoạch số 12/KH-UBND của Ủy ban nhân dân Thành phố, phường xây dựng kế hoạch như sau:',
    'I. MỤC TIÊU',
  ),
  foot('TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Họ Và Tên'),
];
const CASES: [string, Format, Block[], Partial<DocumentMetadata>][] = [
  [
    'a plan with everything in its place',
    'docx',
    PLAN,
    {
      codeNumber: '05',
      codeNotation: 'KH-UBND',
      issuedDate: '2026-01-15',
      organName: 'Ủy ban nhân dân phường Hồ Sen',
      typeName: 'Kế hoạch',
      subject: 'Cải cách hành chính nhà nước năm 2026',
      fullName: 'Họ Và Tên',
      position: 'Phó Chủ tịch',
    },
  ],
  [
    'a letter bears no kind: its subject stands under the number',
    'docx',
    [
      head(
        'UBND PHƯỜNG HỒ SEN\nVĂN PHÒNG HĐND VÀ UBND',
        'Số: 118/VP-HC\nV/v cung cấp tài liệu kiểm chứng',
        'Hồ Sen, ngày 3 tháng 6 năm 2026',
      ),
      ...paragraphs(
        'Kính gửi: Phòng Văn hóa - Xã hội',
        'Căn cứ kế hoạch, Văn phòng đề nghị cung cấp tài liệu.',
      ),
      foot('CHÁNH VĂN PHÒNG', 'Họ Và Tên'),
    ],
    {
      codeNumber: '118',
      codeNotation: 'VP-HC',
      issuedDate: '2026-06-03',
      organName: 'Văn phòng HĐND và UBND',
      typeName: 'Công văn',
      subject: 'cung cấp tài liệu kiểm chứng',
      position: 'Chánh văn phòng',
    },
  ],
  [
    'the office above the issuer is not the issuer; a notation may have small letters',
    'docx',
    [
      head(
        'ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI\nSỞ NỘI VỤ',
        'Số: 1204/TTr-SNV',
        'Hà Nội, ngày 02 tháng 9 năm 2026',
      ),
      ...paragraphs(
        'TỜ TRÌNH',
        'Về việc công bố kết quả Chỉ số cải cách hành chính',
        'Kính gửi: Ủy ban nhân dân',
      ),
    ],
    {
      codeNumber: '1204',
      codeNotation: 'TTr-SNV',
      organName: 'Sở Nội vụ',
      typeName: 'Tờ trình',
      subject: 'công bố kết quả Chỉ số cải cách hành chính',
      fullName: '',
      position: '',
    },
  ],
  [
    'a decision: the one who decides is no part of the subject',
    'docx',
    [
      head(WARD, 'Số: 77/QĐ-UBND', 'Hồ Sen, ngày 20 tháng 3 năm 2026'),
      ...paragraphs(
        'QUYẾT ĐỊNH',
        'Công nhận sáng kiến năm 2026',
        'CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG HỒ SEN',
        'Căn cứ Luật Tổ chức chính quyền địa phương;',
      ),
    ],
    { codeNumber: '77', typeName: 'Quyết định', subject: 'Công nhận sáng kiến năm 2026' },
  ],
  [
    'a paper whose two columns came out as one line each',
    'pdf',
    paragraphs(
      'ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'PHƯỜNG HỒ SEN Độc lập - Tự do - Hạnh phúc',
      'Số: 9/BC-UBND Hồ Sen, ngày 30 tháng 6 năm 2026',
      'BÁO CÁO',
      'Công tác cải cách hành chính 6 tháng đầu năm 2026',
      'Thực hiện kế hoạch của Thành phố, phường báo cáo như sau:',
    ),
    {
      codeNumber: '9',
      codeNotation: 'BC-UBND',
      issuedDate: '2026-06-30',
      organName: 'Ủy ban nhân dân phường Hồ Sen',
      typeName: 'Báo cáo',
      subject: 'Công tác cải cách hành chính 6 tháng đầu năm 2026',
    },
  ],
  [
    'a narrow column that breaks the name of the nation',
    'pdf',
    [tableOf([WARD, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT\nNAM\nĐộc lập - Tự do - Hạnh phúc'])],
    { organName: 'Ủy ban nhân dân phường Hồ Sen' },
  ],
  [
    'a draft: number and day are blank and stay empty',
    'docx',
    [
      head(WARD, 'Số:      /KH-UBND', 'Hồ Sen, ngày     tháng     năm 2026'),
      ...paragraphs('KẾ HOẠCH', 'Tuyên truyền'),
    ],
    { codeNumber: '', codeNotation: 'KH-UBND', issuedDate: null, typeName: 'Kế hoạch' },
  ],
  [
    'a day that is not in the calendar is not kept',
    'docx',
    [
      head(WARD, 'Số: 5/TB-UBND', 'Hồ Sen, ngày 31 tháng 02 năm 2026'),
      ...paragraphs('THÔNG BÁO', 'Kết luận'),
    ],
    { codeNumber: '5', issuedDate: null },
  ],
  [
    'the number of another document in the text is not its own',
    'docx',
    paragraphs('Danh sách cán bộ', 'Kèm theo Quyết định số 15/QĐ-UBND ngày 01 tháng 02 năm 2026'),
    { typeName: '', subject: '', organName: '', issuedDate: null },
  ],
  ['plain words say nothing', 'txt', paragraphs('xin chào'), { codeNumber: '', typeName: '', subject: '' }],
];

describe('what identifies a document', () => {
  it.each(CASES)('%s', (_, format, blocks, expected) => {
    expect(findMetadata({ format, blocks, notes: [] })).toMatchObject(expected);
  });
});

describe('a name in capitals, in a sentence', () => {
  it.each([
    ['a ward', 'UBND PHƯỜNG HỒ SEN', 'UBND phường Hồ Sen'],
    ['a department with a dash', 'PHÒNG VĂN HÓA - XÃ HỘI', 'Phòng Văn hóa - Xã hội'],
    ['a council', 'HỘI ĐỒNG NHÂN DÂN XÃ HỒ SEN', 'Hội đồng nhân dân xã Hồ Sen'],
    ['a city', 'ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI', 'Ủy ban nhân dân thành phố Hà Nội'],
    ['a post', 'PHÓ CHỦ TỊCH', 'Phó Chủ tịch'],
    ['what is not in capitals stays', 'UBND phường Hồ Sen', 'UBND phường Hồ Sen'],
  ])('%s', (_, written, expected) => {
    expect(printOrgan(written)).toBe(expected);
  });
});

describe('marks of secrecy', () => {
  const marks = (...texts: string[]) => findSecrecy({ blocks: paragraphs(...texts) });
  it.each([
    ['a stamp on a line of its own', ['MẬT', 'KẾ HOẠCH'], ['MẬT']],
    ['a stamp in a box', ['[ TỐI MẬT ]'], ['TỐI MẬT']],
    ['spaced letters', ['M Ậ T'], ['MẬT']],
    ['spaced letters of two words', ['T U Y Ệ T M Ậ T'], ['TUYỆT MẬT']],
    ['a named degree', ['Độ mật: Tối mật'], ['TỐI MẬT']],
    ['the highest first', ['MẬT', 'TUYỆT MẬT'], ['TUYỆT MẬT', 'MẬT']],
    ['the word in a sentence is none', ['Bảo vệ bí mật nhà nước; văn bản MẬT gửi riêng'], []],
    ['a heading about secret papers is none', ['QUY CHẾ BẢO VỆ BÍ MẬT NHÀ NƯỚC'], []],
    ['density is none', ['MẬT ĐỘ DÂN SỐ'], []],
    ['small letters alone are none', ['mật'], []],
  ])('%s', (_, texts, expected) => {
    expect(marks(...texts)).toEqual(expected);
  });
  it('is found in the head of a paper, not in the cells of a list', () => {
    expect(findSecrecy({ blocks: [tableOf([`MẬT\n${WARD}`, NATION])] })).toEqual(['MẬT']);
    expect(findSecrecy({ blocks: [tableOf(['Văn bản', 'Độ mật'], ['Công văn 5', 'MẬT'])] })).toEqual([]);
  });
});
