/// A formula of a spreadsheet cell.
indirect enum Formula {
    case number(Double)
    case cell(String)
    case sum([Formula])
    case product(Formula, Formula)
    case quotient(Formula, Formula)
}

enum FormulaError: Error, Equatable {
    case unknownCell(String)
    case cycle(through: String)
    case divisionByZero
}
