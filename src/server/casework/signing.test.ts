// An exit under Gansu's 3342: twelve parties, thirteen people at most, the village household by household.
import { beforeAll, describe, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { inScope } from '#server/database/connect.ts';
import { insertAttachment } from '#server/kernel/attachment.store.ts';
import { anApp } from '#tests/world/app.ts';
import { places } from '#tests/world/cast.ts';
import { answerChecklist } from '#tests/world/checklist.ts';
import { gansuExits } from '#tests/world/gansu-exit.ts';
import { caseworkRoutes } from './casework.routes.ts';

const app = await anApp({ routes: caseworkRoutes });
const world = gansuExits(app);
const { setDay, by, people, enters, read, act, anExit, villageSigns, pastNotice } = world;

beforeAll(world.assemble);

describe('the sign-off matrix', () => {
  test('[GS-66] [GS-67] [GS-68] [GS-69] [GS-70] [GS-71] twelve parties of four levels vouch one after the other and the household leaves the register', async () => {
    const exit = await anExit();
    const { id, household } = exit;

    const first = await act(id, by('both'), 'allSign', { capacity: 'VILLAGE_SECRETARY' });
    expect(first.body.open.parties.map(({ title }: { title: { zh: string } }) => title.zh)).toEqual(
      ['村“两委”负责人', '驻村帮扶工作队', '贫困户'],
    );
    expect(first.body.open.signed).toMatchObject([
      { capacity: { zh: '村党支部书记' }, also: [{ zh: '村委会主任' }], by: 'both某' },
    ]);
    expect(first.body.open.awaited.map(({ zh }: { zh: string }) => zh)).toEqual([
      '驻村帮扶工作队队长',
      '农户',
    ]);
    expect((await act(id, by('both'), 'allSign', { capacity: 'VILLAGE_DIRECTOR' })).code).toBe(
      'casework/signed-already',
    );
    await act(id, by('leader'), 'allSign');
    expect((await act(id, by('voter'), 'allSign')).code).toBe('casework/not-the-actor');
    await act(id, exit.own, 'allSign');
    await pastNotice(id);
    for (const name of ['town0', 'town1', 'town2', 'county0', 'county1', 'county2', 'county3']) {
      expect((await act(id, by(name), 'allSign')).code).toBeUndefined();
    }
    await act(id, by('city0'), 'allSign');
    await act(id, by('city1'), 'allSign');
    const ended = await act(id, by('office'), 'announced');

    expect(ended.body.end.title.zh).toBe('已退出');
    expect(ended.body.signatures).toHaveLength(12);
    const { rows } = await app.owner.query('select stage from registry_household where id = $1', [
      household,
    ]);
    expect(rows[0].stage).toBe('EXIT_ANNOUNCED');
  });

  test('[GS-71] of a signer replaced midway the signature stays with office and date, and the successor signs only what is unsigned', async () => {
    setDay('2016-09-01');
    const signed = await anExit();
    const unsigned = await anExit();
    await act(signed.id, by('both'), 'allSign');
    await app.owner.query(
      `update access_office set until_on = '2016-09-01' where office in ('VILLAGE_SECRETARY', 'VILLAGE_DIRECTOR')`,
    );
    await enters('newcomer', 'village', ['VILLAGE_SECRETARY', 'VILLAGE_DIRECTOR'], '2016-09-02');
    setDay('2016-09-02');

    expect(
      (await act(signed.id, by('newcomer'), 'allSign', { capacity: 'VILLAGE_SECRETARY' })).code,
    ).toBe('casework/signed-already');
    expect((await read(signed.id)).open.signed).toMatchObject([
      { by: 'both某', on: '2016-09-01', capacity: { zh: '村党支部书记' } },
    ]);
    expect((await act(unsigned.id, by('both'), 'allSign')).code).toBe('casework/not-the-actor');
    const done = await act(unsigned.id, by('newcomer'), 'allSign');
    expect(done.body.open.signed).toMatchObject([{ by: 'newcomer某', on: '2016-09-02' }]);
    people.set('both', by('newcomer'));
  });

  test('[GS-71] two people sign at once: the second is told who did, and signs after a look', async () => {
    const { id } = await anExit();
    const { position, open } = await read(id);
    const sent = { seen: position, step: open.id, outcome: 'allSign' };

    const answers = await Promise.all(
      [by('both'), by('leader')].map((who) => who.post(`/api/casework/cases/${id}/acts`, sent)),
    );

    const refused = answers.find(({ status }) => status !== 200);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(refused?.code).toBe('casework/acted-meanwhile');
    expect(refused?.body.error.details.since).toMatchObject([{ kind: 'sign' }]);
  });

  test('[GS-66] who refuses to sign says why, the case goes back, and the next signer reads it before signing', async () => {
    const exit = await anExit();
    const { id } = exit;
    await act(id, by('both'), 'allSign');
    expect((await act(id, by('leader'), 'somebodyRefuses')).code).toBe('casework/reason-missing');
    const back = await act(id, by('leader'), 'somebodyRefuses', { reason: '住房鉴定是旧的' });
    expect(back.body.open.id).toBe('homeCheck');

    await answerChecklist(by('leader'), id);
    await act(id, by('leader'), 'meets');
    const seen = await read(id, by('both'));
    expect(seen.open.signed).toEqual([]);
    expect(seen.doubts).toMatchObject([{ kind: 'return', text: '住房鉴定是旧的' }]);
    await villageSigns(exit);
    await pastNotice(id);
    const township = await read(id, by('town0'));
    expect(township.signatures.map(({ by: who }: { by: string }) => who)).toEqual([
      expect.stringContaining('某'),
      'leader某',
      expect.stringContaining('户主'),
    ]);
  });

  test('[GS-66] who signed in the village does not sign above it too', async () => {
    await enters('twice', 'township', ['TEAM_LEADER', 'TOWNSHIP_SECRETARY']);
    const exit = await anExit();
    await act(exit.id, by('twice'), 'allSign', { capacity: 'TEAM_LEADER' });
    await act(exit.id, by('both'), 'allSign');
    await act(exit.id, exit.own, 'allSign');
    await pastNotice(exit.id);

    expect((await act(exit.id, by('twice'), 'allSign')).code).toBe('casework/signed-below');
  });
});

describe('the household’s own word', () => {
  test('[JJ-52] [HJ-50] is entered by a clerk with a code the household took, and by no other means', async () => {
    const { id, own } = await anExit();
    const confirm = (code: string, who = by('both')) =>
      act(id, who, 'allSign', { capacity: 'HOUSEHOLD', confirmation: { by: 'code', code } });

    expect((await act(id, by('both'), 'allSign', { capacity: 'HOUSEHOLD' })).code).toBe(
      'casework/household-must-confirm',
    );
    expect((await confirm('123456')).code).toBe('casework/code-expired');
    expect((await by('both').post(`/api/casework/cases/${id}/code`)).code).toBe(
      'casework/not-for-a-code',
    );
    const { code } = (await own.post(`/api/casework/cases/${id}/code`)).body;
    const wrong = code === '000000' ? '000001' : '000000';
    expect((await confirm(wrong)).code).toBe('casework/wrong-code');
    const entered = await confirm(code);

    expect(entered.body.open.signed).toMatchObject([{ capacity: { zh: '农户' }, proof: 'code' }]);
    expect(entered.body.acts.at(-1)).toMatchObject({ isTyped: true });
    expect((await act(id, by('both'), 'allSign')).code).toBeUndefined();
    expect((await act(id, own, 'allSign')).code).toBe('casework/signed-already');
  });

  test('[JJ-52] a code is good for half an hour, once, and for five tries', async () => {
    const { id, own } = await anExit();
    const confirm = (code: string) =>
      act(id, by('both'), 'allSign', {
        capacity: 'HOUSEHOLD',
        confirmation: { by: 'code', code },
      });
    const take = async () => (await own.post(`/api/casework/cases/${id}/code`)).body.code;

    const old = await take();
    app.clock.advance(31 * 60);
    expect((await confirm(old)).code).toBe('casework/code-expired');
    const fresh = await take();
    const wrong = fresh === '000000' ? '000001' : '000000';
    for (let tries = 0; tries < 5; tries += 1) await confirm(wrong);
    expect((await confirm(fresh)).code).toBe('casework/code-expired');
    expect((await confirm(await take())).code).toBeUndefined();
  });

  test('[JJ-52] a voice or a thumb-print record kept in the case proves it too, and stays', async () => {
    const { id, household } = await anExit();
    const kept = async (subject: string, kind: 'recording' | 'picture') => {
      const attachment = app.platform.newId(451226);
      const place = { county: 451226, area: places.village, household, subject };
      await inScope(app.platform.db, everything, (tx) =>
        insertAttachment(
          tx,
          {
            ...place,
            id: attachment,
            kind,
            showsPerson: true,
            fileName: '手印',
            fileType: 'jpeg',
            bytes: 4,
            hash: Buffer.from(attachment),
            account: app.accounts.lin.id,
            accountName: '林桂英',
            at: app.platform.clock.now(),
          },
          () => Buffer.from('seal'),
        ),
      );
      return attachment;
    };
    const confirm = (how: 'voice' | 'thumbprint', attachment: string) =>
      act(id, signer, 'allSign', {
        capacity: 'HOUSEHOLD',
        confirmation: { by: how, attachment },
      });
    const signer = by('both');
    const print = await kept(`case:${id}`, 'picture');

    const elsewhere = await kept(`household:${household}`, 'recording');
    expect((await confirm('voice', elsewhere)).code).toBe('casework/record-missing');
    expect((await confirm('voice', print)).code).toBe('casework/record-missing');
    const entered = await confirm('thumbprint', print);
    expect(entered.body.open.signed).toMatchObject([{ proof: 'thumbprint' }]);
    const { rows } = await app.owner.query(
      'select is_evidence from kernel_attachment where id = $1',
      [print],
    );
    expect(rows[0].is_evidence).toBe(true);
  });

  test('[JJ-52] a refusal is entered with its reason alone', async () => {
    const { id } = await anExit();
    const refused = await act(id, by('leader'), 'somebodyRefuses', {
      capacity: 'HOUSEHOLD',
      reason: '农户说收入是一次性的',
    });

    expect(refused.body.open.id).toBe('homeCheck');
    expect(refused.body.acts.at(-1)).toMatchObject({ isTyped: true, capacity: { zh: '农户' } });
  });
});
