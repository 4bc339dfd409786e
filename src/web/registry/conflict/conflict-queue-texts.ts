import { catalogue } from '#web/text/catalogue.ts';

export const conflictQueueTexts = catalogue('conflict-queue', {
  zh: {
    owners: '归谁判断',
    owner_all: '全部',
    owner_village: '归村',
    owner_township: '归乡镇',
    owner_county: '归县',
    kind: '哪一种',
    kind_all: '全部种类',
    kind_value: '两个来源说法不一',
    kind_identity: '证件号在本县登记了两次',
    'kind_identity-elsewhere': '证件号在外县也有登记',
    filteredEmpty: '这些条件下没有未判断的分歧。',
  },
  en: {
    owners: 'Who decides',
    owner_all: 'All',
    owner_village: 'Village',
    owner_township: 'Township',
    owner_county: 'County',
    kind: 'Which kind',
    kind_all: 'Every kind',
    kind_value: 'Two sources differ',
    kind_identity: 'An identity number registered twice here',
    'kind_identity-elsewhere': 'An identity number registered in another county too',
    filteredEmpty: 'No open disagreement under these conditions.',
  },
});
