import type { Language } from '#app/i18n/languages.ts'

/** The words of the trade come first; syllables of the language make the many that come seldom. */
interface Vocabulary {
  trade: string
  syllables: string
}

export const vocabularies: Record<Language, Vocabulary> = {
  en: {
    trade:
      'the of and to in a is for with drive motor converter voltage current temperature bearing module cable filter ' +
      'please measured load torque speed phase winding insulation housing shaft flange cooling fan heat sink thermal ' +
      'resistance capacitor inductor switching frequency harmonic distortion efficiency loss rated nominal peak ' +
      'overload protection fault alarm parameter firmware version interface connector terminal screw tightening ' +
      'vibration noise sample batch certificate drawing tolerance dimension weight packing delivery schedule plant ' +
      'line test report limit standard value curve derating altitude humidity ambient start stop ramp brake energy ' +
      'saving compressor pump conveyor spindle encoder sensor feedback controller supply ground shield potential',
    syllables:
      'con ver tor mag net ic flux ro tat sta bil is er ing age ment per form reg ul at or cal ib lim ex ter nal sub mod ren def vol tra ser pro duc',
  },
  pt: {
    trade:
      'o a de que e em para com os motor conversor tensão corrente temperatura rolamento módulo cabo filtro favor ' +
      'medido carga binário velocidade fase enrolamento isolamento carcaça veio flange arrefecimento ventilador ' +
      'dissipador térmico resistência condensador indutor comutação frequência harmónica distorção rendimento perda ' +
      'nominal pico sobrecarga proteção falha alarme parâmetro versão interface ligação terminal parafuso aperto ' +
      'vibração ruído amostra lote certificado desenho tolerância dimensão peso embalagem entrega prazo fábrica linha ' +
      'ensaio relatório limite norma valor curva redução altitude humidade ambiente arranque paragem rampa travagem ' +
      'energia poupança compressor bomba transportador fuso codificador sensor controlador alimentação terra blindagem',
    syllables:
      'con ver são mag né ti co flu xo ro ta ção es ta bi li da de men to per for ma re gu la dor ca li bra li mi te ex ter na sub mo du lo',
  },
  ru: {
    trade:
      'и в на с по для не при двигатель преобразователь напряжение ток температура подшипник модуль кабель фильтр ' +
      'просим измерено нагрузка момент скорость фаза обмотка изоляция корпус вал фланец охлаждение вентилятор радиатор ' +
      'тепловое сопротивление конденсатор дроссель коммутация частота гармоника искажение потери номинальный пик ' +
      'перегрузка защита отказ сигнал параметр прошивка версия интерфейс разъём клемма винт затяжка вибрация шум ' +
      'образец партия сертификат чертёж допуск размер масса упаковка поставка график завод линия испытание отчёт ' +
      'предел стандарт значение кривая высота влажность среда пуск останов разгон торможение энергия экономия ' +
      'компрессор насос конвейер шпиндель энкодер датчик контроллер питание земля экран потенциал',
    syllables:
      'пре об ра зо ва ни е маг нит ный по ток вра ще ста би ли за ция ре гу ля тор ка ли бров ка вы хо да вну трен не го мо ду ля под дер жи про из вод',
  },
  zh: {
    trade:
      '的 请 在 与 电机 变频器 电压 电流 温度 轴承 模块 电缆 滤波器 测量 负载 转矩 转速 相位 绕组 绝缘 外壳 主轴 法兰 冷却 风扇 ' +
      '散热器 热阻 电容 电感 开关 频率 谐波 失真 效率 损耗 额定 峰值 过载 保护 故障 报警 参数 固件 版本 接口 连接器 端子 螺钉 拧紧 ' +
      '振动 噪声 样品 批次 证书 图纸 公差 尺寸 重量 包装 交货 计划 工厂 生产线 测试 报告 极限 标准 数值 曲线 降额 海拔 湿度 环境 ' +
      '启动 停止 斜坡 制动 能量 节省 压缩机 水泵 输送机 编码器 传感器 反馈 控制器 电源 接地 屏蔽 电位',
    syllables:
      '高 低 压 流 速 度 热 冷 动 静 内 外 主 副 前 后 左 右 正 反 线 面 点 区 段 层 组 件 型 号 量 值 差 比 率 数 表 图 书 单',
  },
}

/** How many different words a language has. */
export const vocabularySize = 6000
