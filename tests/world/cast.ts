// The people of the tests, known everywhere. Lin, Zhao, Chen and Wu work in Huanjiang, Ma lives there;
// Sun works in Luocheng, the neighbouring county, and must be refused everywhere in Huanjiang.
import type { Role } from '#domain/access/permission.ts';

export const county = '451226';
export const neighbour = '451225';

export const places = {
  township: '451226202',
  otherTownship: '451226100',
  village: '451226202202',
  otherVillage: '451226202206',
  /** In a township between the two that Du sees. */
  thirdTownship: '451226101',
  thirdVillage: '451226101200',
  farVillage: '451226100201',
  neighbourTownship: '451225100',
  neighbourVillage: '451225100201',
} as const;

export interface Person {
  readonly username: string;
  readonly displayName: string;
  readonly title: string;
  readonly role: Role;
  /** Home area. */
  readonly area: string;
  /** The home area alone when absent. */
  readonly areas?: readonly string[];
  /** Which of the planted households of their village they see, where they see named ones only. */
  readonly households?: readonly number[];
}

export const cast = {
  /** Village cadre. */
  lin: {
    username: 'lin',
    displayName: '林桂英',
    title: '下南乡仪凤村第一书记',
    role: 'village',
    area: places.village,
  },
  /** Township reviewer. */
  zhao: {
    username: 'zhao',
    displayName: '赵立新',
    title: '下南乡扶贫工作站站长',
    role: 'township',
    area: places.township,
  },
  /** County officer. */
  chen: {
    username: 'chen',
    displayName: '陈国强',
    title: '县扶贫办业务股股长',
    role: 'county',
    area: county,
  },
  /** The second person of the county: approves what others drafted. */
  fang: {
    username: 'fang',
    displayName: '方丽华',
    title: '县扶贫开发领导小组副组长',
    role: 'county',
    area: county,
  },
  /** Auditor: reads all, writes nothing. */
  wu: {
    username: 'wu',
    displayName: '吴秀兰',
    title: '县审计局审计员',
    role: 'auditor',
    area: county,
  },
  /** Citizen: sees one household, their own. */
  ma: {
    username: 'ma',
    displayName: '马阿妹',
    title: '',
    role: 'household',
    area: places.village,
    households: [0],
  },
  /** From the neighbouring county. */
  sun: {
    username: 'sun',
    displayName: '孙志远',
    title: '罗城县扶贫办主任',
    role: 'county',
    area: neighbour,
  },
  /** Helper cadre of two households. */
  he: {
    username: 'he',
    displayName: '何文斌',
    title: '县农业局帮扶责任人',
    role: 'helper',
    area: places.village,
    households: [0, 1],
  },
  /** Supervisor of two townships out of more. */
  du: {
    username: 'du',
    displayName: '杜明',
    title: '市督查组组长',
    role: 'supervisor',
    area: county,
    areas: [places.township, places.otherTownship],
  },
  /** Line department. */
  yang: {
    username: 'yang',
    displayName: '杨慧',
    title: '县教育局资助中心',
    role: 'department',
    area: county,
  },
  /** Bank. */
  qian: {
    username: 'qian',
    displayName: '钱宏',
    title: '县农村信用社信贷员',
    role: 'bank',
    area: county,
  },
  /** City and province above both counties. */
  tang: {
    username: 'tang',
    displayName: '唐建民',
    title: '市扶贫办主任',
    role: 'city',
    area: '4512',
  },
  lu: {
    username: 'lu',
    displayName: '陆春华',
    title: '自治区扶贫办监测评估处',
    role: 'province',
    area: '45',
  },
  /** Administrator of Huanjiang alone. */
  gu: {
    username: 'gu',
    displayName: '顾平',
    title: '县信息中心',
    role: 'admin',
    area: county,
  },
  /** Administrator of the installation. */
  root: {
    username: 'root',
    displayName: '管理员',
    title: '',
    role: 'admin',
    area: '',
  },
} as const satisfies Readonly<Record<string, Person>>;

export type CastName = keyof typeof cast;

export const castNames = Object.keys(cast) as readonly CastName[];
