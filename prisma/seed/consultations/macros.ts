import { sendWithMacro } from '#app/domain/consultations/macros/commands/send.server.ts'
import { writeMacro } from '#app/domain/consultations/macros/commands/write.server.ts'
import { MacroForm } from '#app/domain/consultations/macros/forms.ts'
import { listOffered } from '#app/domain/consultations/macros/queries/offered.server.ts'
import { as } from '../stage.ts'
import { addressOf, type Moment, type Person, type Scene } from '../timeline.ts'
import { idOf } from './linking.ts'

const parameters = {
  ...{ name: 'Parameters and fault log', reach: 'function', function: 'engineering', takesOver: 'on' },
  texts: {
    en: `Hello {{asker.name}},

please send us the parameter file and the fault log of the {{product}} (menu 9, export), and say how often the fault came since the last change. We then answer {{consultation.number}} with figures.

{{me.name}}`,
    pt: `Olá {{asker.name}},

envie-nos por favor o ficheiro de parâmetros e o registo de avarias do {{product}} (menu 9, exportar) e diga quantas vezes a avaria ocorreu desde a última alteração. Respondemos então a {{consultation.number}} com valores.

{{me.name}}`,
    ru: `Здравствуйте, {{asker.name}}!

Пришлите, пожалуйста, файл параметров и журнал отказов {{product}} (меню 9, экспорт) и сообщите, сколько раз отказ возник после последнего изменения. После этого мы ответим на {{consultation.number}} с цифрами.

{{me.name}}`,
    zh: `{{asker.name}}，您好：

请发送 {{product}} 的参数文件和故障记录（菜单 9，导出），并说明自上次更改以来故障出现了几次。之后我们将就 {{consultation.number}} 给出具体数据。

{{me.name}}`,
  },
}

const underWay = {
  ...{ name: 'We are on it', reach: 'organization' },
  texts: {
    en: 'Hello {{asker.name}}, {{assignee.name}} has {{consultation.number}} and answers by {{due}}.',
    pt: 'Olá {{asker.name}}, {{assignee.name}} tem {{consultation.number}} e responde até {{due}}.',
    ru: 'Здравствуйте, {{asker.name}}! {{consultation.number}} занимается {{assignee.name}}, ответ до {{due}}.',
    zh: '{{asker.name}}，您好：{{consultation.number}} 由 {{assignee.name}} 负责，将于 {{due}} 前答复。',
  },
}

const pallets = {
  ...{ name: 'Pallet data', reach: 'personal' },
  texts: { en: 'Order {{order}}: height, number of boxes and weight of each pallet are below.' },
}

const writes = (by: Person | 'marcus', when: Moment, macro: object): Scene => ({
  when,
  tell: () => as(addressOf(by), (actor) => writeMacro(actor, null, MacroForm.parse(macro))),
})

/** Sends it as it is filled in for the readers. */
const sends = (by: Person, when: Moment, name: string, subject: string): Scene => ({
  when,
  tell: () =>
    as(addressOf(by), async (actor) => {
      const id = await idOf(subject)
      const { macros } = await listOffered(actor, id, 'shared')
      const macro = macros.find((each) => each.name === name)
      const body = macro?.texts.find(({ language }) => language === macro.language)?.text
      if (!macro || !body) throw new Error(`no macro ${name}`)
      await sendWithMacro(actor, id, macro.id, { lane: 'shared', body, fileIds: [] })
    }),
})

/** What Halden's people write often, and that Ingrid asks Lin for a fault log with it. */
export const macroScenes: Scene[] = [
  writes('ingrid', [40, 18], parameters),
  writes('marcus', [41, 18], underWay),
  writes('tomas', [41, 19], pallets),
  sends('ingrid', [50, 15], 'Parameters and fault log', '制动时报 F07'),
]
