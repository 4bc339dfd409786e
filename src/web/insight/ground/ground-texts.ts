import { catalogue } from '#web/text/catalogue.ts';

export const groundTexts = catalogue('insight.ground', {
  zh: {
    none: '本县还没有导入边界，只能画成方格。',
    offer:
      '这是演示系统，可以铺一张虚构底图试一试：乡镇和村的边界、一层地形，都由程序生成，不是实际位置，随时可以拿掉。',
    invent: '铺上虚构底图',
    inventing: '正在生成…',
    own: '导入本县自己的边界',
    invented: '底图是虚构的。',
    inventedNote: '边界和地形由程序生成，只为试用，不是实际位置。',
    stamp: '虚构底图，非实际边界',
    remove: '拿掉虚构底图',
    step_cutting: '正在切地形',
    step_joining: '正在拼上面各级',
    step_done: '已切完',
  },
  en: {
    none: 'This county has loaded no outlines, so its map is tiles.',
    offer:
      'As this is a demonstration you can try an invented ground: outlines of townships and villages and a layer of hills, all made up, none where it really lies, gone again when you like.',
    invent: 'Lay an invented ground',
    inventing: 'Making it up…',
    own: 'Load the county’s own outlines',
    invented: 'The ground is invented.',
    inventedNote:
      'Outlines and hills were made up for trying things; nothing lies where it is drawn.',
    stamp: 'Invented ground, no real outlines',
    remove: 'Take the invented ground away',
    step_cutting: 'Cutting the hills',
    step_joining: 'Joining the zooms above',
    step_done: 'All cut',
  },
});
