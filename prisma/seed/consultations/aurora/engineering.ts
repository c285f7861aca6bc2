import { driveSheet } from '../../files/drives.ts'
import { shaftTrace } from '../../files/modules.ts'
import { md } from '../../timeline.ts'
import { accepts, answers, internal, type Question, rates, reads, reopens, says } from '../thread.ts'

const shaft: Question = {
  account: 'aurora',
  by: 'rui',
  on: [26, 16],
  function: 'engineering',
  product: 'CMD-075-4',
  note: 'bearing-currents',
  subject: 'Tensão no veio de 18 V com descargas: anel ou cabo primeiro?',
  body: md`
Boa tarde. Numa central de frio em Braga medi, como diz a nota, 18 V de pico no veio a 35 Hz, com descargas (imagem em anexo).
Motor 7,5 kW, CMD-075-4-A1 a 12 kHz, 22 m de cabo **sem blindagem** (4 × 2,5 mm²), instalado pelo cliente.

Substituir o cabo custa um dia de paragem. Podemos começar pelo anel de terra no veio?
`,
  files: [shaftTrace],
  turns: [
    reads('dev', [26, 19], { files: true }),
    answers(
      'dev',
      [26, 20],
      md`
Boa tarde Rui,

I would not start with the ring. With an unscreened cable the common-mode current has no way back to the drive except
through the building, and with the ring part of it goes through the **compressor's** bearings.

In this order, and most of it without standing still:

1. Today: \`P04.01\` from 12 to 4 kHz. Two thirds fewer discharges per second; the motor gets louder, nothing else.
2. Flat braid, 25 mm², motor frame to the mounting plate of the drive. Half an hour.
3. Measure again. Below 10 V you can wait for the next planned stop with the cable.
4. Then the screened cable. The ring only if it is still above 5 V afterwards.
`,
    ),
    says(
      'rui',
      [31, 10],
      md`
Feito 1 e 2 na sexta-feira. Resultado a 35 Hz, máquina quente:

| Situação | Pico | Descargas por segundo |
|---|---:|---:|
| antes | 18,0 V | cerca de 900 |
| 4 kHz | 16,5 V | cerca de 300 |
| 4 kHz e trança | 7,8 V | menos de 10 |

O cabo fica para a paragem de setembro. Muito obrigado, a trança fez mais do que eu esperava.
`,
    ),
    accepts('rui', [31, 10, 5]),
    rates('rui', [31, 10, 8], 5, 'Sem parar a máquina'),
  ],
}

const noise: Question = {
  account: 'aurora',
  by: 'rui',
  on: [45, 9],
  function: 'engineering',
  product: 'CMD-150-4',
  subject: 'Ruído do motor a 4 kHz numa loja: até onde posso subir a comutação?',
  body: md`
O cliente (supermercado no Porto) queixa-se do apito do motor de 15 kW. A 4 kHz ouve-se na zona dos congelados.
Corrente medida: 26,8 A; ar à entrada 38 °C; nível do mar. Posso ir a 10 kHz sem trocar o variador?
`,
  turns: [
    reads('dev', [45, 16]),
    answers(
      'dev',
      [45, 17],
      md`
CMD-150-4: 31.0 A at 4 kHz and 40 °C, less 2.8 % for each further kHz.

| \`P04.01\` | Current | Reserve at 26.8 A |
|---:|---:|---:|
| 6 kHz | 29.3 A | 9 % |
| 8 kHz | 27.5 A | 3 % |
| 10 kHz | 25.8 A | **-4 %** |

So **8 kHz** is the limit. Try \`P04.03 = 1\` (random switching) at 6 kHz first: it spreads the tone, most people stop
hearing it, and you keep the reserve for August. The data sheet of the 11 kW drive is attached; the curve has the same shape.
`,
      [driveSheet],
    ),
    reads('rui', [46, 8], { files: true }),
  ],
}

const ageing: Question = {
  account: 'aurora',
  by: 'rui',
  on: [43, 9],
  function: 'engineering',
  product: 'CMD-075-4',
  note: 'capacitors',
  subject: 'Vida dos condensadores com 8 400 h por ano em câmara de máquinas quente',
  body: md`
Centrais sempre ligadas: 8 400 h por ano. Ar na sala até 46 °C no verão, média anual 31 °C. Núcleo do condensador: +38 K
sobre o ar, medido por nós. O nosso cliente pede 10 anos sem substituição. Conseguimos?
`,
  turns: [
    reads('dev', [43, 16]),
    answers(
      'dev',
      [43, 17],
      md`
With the mean of 31 °C the core is at 69 °C: $5000 \cdot 2^{(105-69)/10} = 60{,}600$ h, or 7.2 years at 8,400 h. By Arrhenius
with 0.80 eV it is 66,200 h, 7.9 years. So **no, not 10 years**, but 7 to 8.
`,
    ),
    reopens(
      'rui',
      [52, 9],
      'Obrigado, mas a média não chega: a vida depende exponencialmente da temperatura, e no verão o núcleo passa dos 84 °C. Podem fazer a conta com a distribuição ao longo do ano? Envio: 15 % do tempo a 46 °C, 35 % a 36 °C, 50 % a 23 °C.',
    ),
    internal(
      'dev',
      [52, 17],
      md`
He is right. Weighted: rates at core 84, 74, 61 °C are 1/21,435, 1/42,871 and 1/105,561 per hour:
$0.15/21435 + 0.35/42871 + 0.50/105561 = 1.99 \cdot 10^{-5}$, so 50,300 h or 6.0 years. I want to check the +38 K with
Ingrid before I answer; at 31 °C mean it looks high for the 7.5 kW.
`,
    ),
    says(
      'dev',
      [52, 18],
      'You are right, the mean flatters. I am calculating with your distribution and checking the 38 K on our test bench; you have the answer this week.',
    ),
  ],
}

export const auroraEngineering = [shaft, noise, ageing]
