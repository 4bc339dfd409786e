// Cases at the notice of a township, and the words a clerk posts them with.
import { caseworkRoutes } from '#server/casework/casework.routes.ts';
import { publicityRoutes } from '#server/publicity/publicity.routes.ts';
import { anApp } from '#tests/world/app.ts';
import type { Answer, Caller } from '#tests/world/caller.ts';
import { aColleague, aRegistered, movableDay } from '#tests/world/casework-world.ts';
import { places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';

const vote = { due: 30, present: 24, for: 20, against: 3, abstained: 1, secret: true };

export const noticeWords = {
  place: '乡政府公示栏',
  office: '下南乡人民政府',
  objectionPhone: '0778-8821234',
  supervisionPhone: '12317',
};

export async function aNoticeWorld() {
  const app = await anApp({ routes: [...caseworkRoutes, ...publicityRoutes] });
  const [lin, zhao, chen, fang, sun] = (['lin', 'zhao', 'chen', 'fang', 'sun'] as const).map(
    (name) => app.as(name),
  ) as [Caller, Caller, Caller, Caller, Caller];
  await installForPlace(app.platform, 'huaihua-2015');
  const wei = await aColleague(app, {
    username: 'wei',
    displayName: '韦主任',
    title: '村委会主任',
    role: 'village',
    area: places.village,
  });
  const caseOf = async (id: string, by: Caller = chen) =>
    (await by.get(`/api/casework/cases/${id}`)).body;
  const act = async (
    id: string,
    by: Caller,
    outcome: string,
    more: object = {},
  ): Promise<Answer> => {
    const { position, open } = await caseOf(id);
    const body = { seen: position, step: open.id, outcome, ...more };
    return by.post(`/api/casework/cases/${id}/acts`, body);
  };
  return {
    app,
    setDay: movableDay(app),
    people: { lin, zhao, chen, fang, sun, wei },
    caseOf,
    act,
    /** As far as the notice in the township. */
    async atNotice(): Promise<string> {
      const household = await aRegistered(app, { stage: 'SURVEYED' });
      const begun = await lin.post(`/api/casework/households/${household}/cases`, {
        process: 'identification',
      });
      const { id } = begun.body;
      await act(id, lin, 'applied', { capacity: 'HOUSEHOLD' });
      await act(id, lin, 'nominated', { meeting: vote });
      await act(id, lin, 'passed', { meeting: vote });
      await act(id, wei, 'passed');
      return id;
    },
    async posted(cases: readonly string[], more: object = {}) {
      const answer = await zhao.post('/api/publicity/notices', { ...noticeWords, cases, ...more });
      if (answer.code !== undefined) throw new Error(answer.text);
      return answer.body as { id: string; code: string; hash: string };
    },
    read: async (id: string, by: Caller = zhao) =>
      (await by.get(`/api/publicity/notices/${id}`)).body,
  };
}
