import { uuidv7 } from 'uuidv7'
import { keepDraft } from '#app/domain/consultations/asking/commands/drafts.server.ts'
import { endQuestion } from '#app/domain/consultations/asking/commands/end-question.server.ts'
import { writeTemplate } from '#app/domain/consultations/asking/commands/templates.server.ts'
import { TemplateForm } from '#app/domain/consultations/asking/template-form.ts'
import { askConsultation } from '#app/domain/consultations/commands/ask.server.ts'
import type { AskInput } from '#app/domain/consultations/forms.ts'
import { visibleDocuments } from '#app/domain/documents/scope.server.ts'
import { prisma } from '#app/platform/database/database.server.ts'
import { as, memberId } from '../stage.ts'
import { addressOf, known, type Moment, md, type Person, type Scene, type World } from '../timeline.ts'
import { accepts, answers, type Turn } from './thread.ts'

type Account = 'lumen' | 'aurora'

/** A question that was not sent: the note with the lowest number that the person sees had answered it. */
function ends(by: Person, account: Account, when: Moment, world: World): Scene {
  const tell = () =>
    as(addressOf(by), async (actor) => {
      const { supplierId } = await prisma.account.findUniqueOrThrow({
        where: { id: world.accounts[account] },
        select: { supplierId: true },
      })
      const note = await prisma.document.findFirstOrThrow({
        where: {
          AND: [
            { organizationId: supplierId, kind: 'technical_note', releasedVersion: { status: 'released' } },
            visibleDocuments(actor),
          ],
        },
        select: { id: true },
        orderBy: { number: 'asc' },
      })
      await endQuestion(actor, {
        ...{ accountId: world.accounts[account], function: 'engineering', documentId: note.id },
        formKey: uuidv7(),
      })
    })
  return { when, tell }
}

const driveTrip = {
  function: 'engineering',
  names: {
    en: 'Drive trips',
    pt: 'O variador dispara',
    ru: 'Преобразователь отключается',
    zh: '变频器跳闸',
  },
  fields: [
    {
      labels: { en: 'Fault code', pt: 'Código de avaria', ru: 'Код неисправности', zh: '故障代码' },
      hint: 'F01 … F42',
      isRequired: 'on',
    },
    {
      kind: 'number',
      labels: {
        en: 'Ambient at the inlet',
        pt: 'Ambiente na entrada de ar',
        ru: 'Температура на входе',
        zh: '进风温度',
      },
      unit: '°C',
      isRequired: 'on',
    },
    {
      kind: 'number',
      labels: {
        en: 'Length of the motor cable',
        pt: 'Comprimento do cabo do motor',
        ru: 'Длина кабеля двигателя',
        zh: '电机电缆长度',
      },
      unit: 'm',
    },
    {
      kind: 'choice',
      labels: { en: 'When', pt: 'Quando', ru: 'Когда', zh: '何时' },
      choices: 'start\nrun\nbraking\nstandstill',
    },
    { kind: 'date', labels: { en: 'Since', pt: 'Desde', ru: 'С какого дня', zh: '开始日期' } },
  ],
}

/** Tells a question that asks in another way than a customer's member at the form, and what followed. */
function asks(by: Person, when: Moment, input: () => Promise<AskInput>, turns: Turn[]): Scene[] {
  let threadId = ''
  const tell = async () => {
    threadId = await as(addressOf(by), async (actor) => askConsultation(actor, await input()))
  }
  return [{ when, tell }, ...turns.map((turn) => ({ when: turn.on, tell: () => turn.tell(threadId) }))]
}

const withTemplate = (world: World) =>
  asks(
    'lin',
    [50, 3],
    async () => {
      const { id: templateId } = await prisma.consultationTemplate.findFirstOrThrow({ select: { id: true } })
      return {
        accountId: world.accounts.lumen,
        function: 'engineering',
        productId: known(world.products, 'CMD-110-4'),
        subject: 'CMD-110-4 制动时报 F07，电缆 62 m',
        body: md`
三号线更换电缆后，减速停机时偶发 F07（接地故障），大约每班两次。电机绝缘 500 V 测得大于 200 MΩ。

更长的电缆是否就是原因？需要加装输出电抗器吗？
`,
        orderNumber: 'LA-26-04417',
        templateId,
        answers: { f0: 'F07', f1: '38', f2: '62', f3: 'braking' },
        fileIds: [],
      }
    },
    [
      answers(
        'ingrid',
        [50, 17],
        md`
Yes: 62 m of screened cable is beyond the 50 m that the drive takes without a choke, and braking is when the voltage, and with it the current to earth, is
highest. Fit the output choke **CMD-OC-110** at the drive; the insulation you measured is fine.
`,
      ),
      accepts('lin', [51, 2]),
    ],
  )

const onTheTelephone = (world: World) =>
  asks(
    'marcus',
    [57, 16],
    async () => ({
      accountId: world.accounts.lumen,
      function: 'logistics',
      askedById: await memberId(addressOf('wu')),
      subject: 'Pallets of 1,140 mm for the May call-off',
      body: md`
Wu Min on the telephone: the container for May takes two rows only if the pallets are not higher than 1,140 mm. Can the drives come on pallets of that height, and does the
number of boxes on each stay even?
`,
      orderNumber: 'LA-26-05102',
      fileIds: [],
    }),
    [],
  )

/** How people came to ask, or not to. */
export function askingScenes(world: World): Scene[] {
  return [
    {
      when: [38, 18],
      tell: () =>
        as(addressOf('ingrid'), (actor) => writeTemplate(actor, null, TemplateForm.parse(driveTrip))),
    },
    ends('lin', 'lumen', [41, 2], world),
    ends('rui', 'aurora', [47, 10], world),
    ...withTemplate(world),
    ends('lin', 'lumen', [52, 6], world),
    ...onTheTelephone(world),
    {
      when: [59, 7],
      tell: () =>
        as(addressOf('lin'), (actor) =>
          keepDraft(actor, {
            accountId: world.accounts.lumen,
            subject: 'CMD-075-4 的风扇更换周期',
            body: '第 3 年维护计划：风扇在 45 °C 进风、每天 16 小时运行时多久更换一次？备件号是',
          }),
        ),
    },
  ]
}
