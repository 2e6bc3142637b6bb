/// `path:line:column` taken apart, both numbers being optional.
struct Place {
    var path: String
    var line: Int?
    var column: Int?

    init(_ text: some StringProtocol) {
        var rest = Substring(text)
        var numbers: [Int] = []
        while numbers.count < 2, let colon = rest.lastIndex(of: ":"),
            let number = Int(rest[rest.index(after: colon)...])
        {
            numbers.insert(number, at: 0)
            rest = rest[..<colon]
        }
        path = String(rest)
        line = numbers.first
        column = numbers.count > 1 ? numbers[1] : nil
    }
}
