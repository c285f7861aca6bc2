import { md } from '../../timeline.ts'
import { accepts, answers, aside, assigns, internal, type Question, reads, says } from '../thread.ts'

const terms: Question = {
  account: 'aurora',
  by: 'sofia',
  on: [33, 9],
  function: 'purchasing',
  product: 'CMD-075-4',
  subject: 'Incoterm e validade da proposta CMD-075-4-A1',
  body: md`
Bom dia Marcus, duas questões sobre a proposta de 1 800 unidades:

1. DAP Maia em vez de FCA Portland: qual é o preço?
2. A validade de 60 dias não chega para a nossa aprovação interna. Podem manter 120 dias?
`,
  turns: [
    reads('marcus', [33, 16]),
    answers(
      'marcus',
      [33, 17],
      md`
Bom dia Sofia,

1. DAP Maia: **€ 312.00** instead of € 304.50 FCA Portland, customs included, up to 40 pieces a pallet.
2. 120 days are fine. The price stands until the end of that period; the dollar rate is our risk.
`,
    ),
    says('sofia', [34, 9], 'Perfeito, obrigada. Vou usar os 312,00 € na comparação.'),
    accepts('sofia', [34, 9, 5]),
  ],
}

const height: Question = {
  account: 'aurora',
  by: 'ana',
  on: [53, 10],
  function: 'logistics',
  note: 'packaging',
  subject: 'Altura máxima das paletes no novo armazém: 1 300 mm',
  body: md`
As estantes novas em Maia aceitam no máximo 1 300 mm por palete. As vossas de CMD-075-4 têm 1 464 mm.
É possível receber com cinco camadas (40 caixas) a partir de outubro?
`,
  turns: [
    reads('tomas', [53, 16]),
    says(
      'tomas',
      [53, 16, 30],
      'Five layers are 144 + 5 × 220 = 1,244 mm and 40 cartons. It changes the number of pallets in your truck from 22 to 26. I am asking the carrier about the price and come back to you.',
    ),
    internal(
      'tomas',
      [53, 17],
      'Carrier: + € 0.38 a piece. @Marcus Reed, do we take that on us or does it go into the comparison?',
    ),
    says('ana', [54, 9], 'Obrigada. 26 paletes cabem no nosso cais, sem problema.'),
  ],
}

const certificates: Question = {
  account: 'aurora',
  by: 'rui',
  on: [58, 9],
  function: 'quality',
  product: 'CMD-150-4',
  subject: 'Declaração RoHS e REACH atualizada para CMD-150-4-A1',
  body: 'Bom dia. O nosso cliente pede a declaração RoHS (2011/65/UE com 2015/863) e a lista SVHC mais recente para o AR-7715. A que temos é de há dois anos. Obrigado.',
}

const damage: Question = {
  account: 'aurora',
  by: 'ana',
  on: [38, 10],
  function: 'quality',
  note: 'complaints',
  subject: 'Três variadores com a tampa partida, entrega de 12 paletes',
  body: md`
Na entrega de ontem, palete SSCC 340123450000000031, três caixas da camada inferior com a tampa do variador partida.
A película estava intacta e o indicador de choque não disparou. Guardámos as peças e as caixas.
`,
  turns: [
    internal(
      'marcus',
      [38, 16],
      'No quality line for Aurora in the matrix. I give it to Quinn and close the gap with Avery.',
    ),
    assigns('marcus', [38, 16, 5], 'quinn'),
    says(
      'quinn',
      [38, 17],
      'Thank you, Ana. Could you read me the date code from the three cartons and tell whether they stood next to each other?',
    ),
    says(
      'ana',
      [39, 9],
      'Códigos 2438, 2438 e 2438. Duas lado a lado num canto, a terceira no canto oposto.',
    ),
    aside('ana', [39, 9, 30], 'Rui, até haver resposta não uses as outras 45 desta palete, por favor.'),
    answers(
      'quinn',
      [40, 17],
      md`
Corners of the bottom layer, shock label untouched: that is pressure, not a blow. On our side the strap of that pallet was
set to 900 N instead of 450 N (log of the machine, week 38).

- **Containment**: the strapping machine is locked at 450 N since yesterday; pallets of week 38 in stock were opened, 2 of 19
  had the same damage.
- The other 45 drives of your pallet are safe to use when the carton's corner is not crushed.
- Three replacements leave tomorrow, no charge. The 8D report follows within five working days.
`,
    ),
    reads('ana', [41, 9]),
  ],
}

export const auroraOthers = [terms, height, certificates, damage]
