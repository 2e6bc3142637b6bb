extension Sample {
    static let all: [Sample] = [
        loops, bindings, heads, closures, largeClosure, initialisers, accessors, errors, generics, builders,
        concurrency, expressions, strings, windows, inlinables, ownership, conditionals, endings, operators,
        script,
    ]

    static let loops = Sample(
        name: "loops, labels, break and fallthrough",
        text: """
            func scan(_ rows: [[Int]], limit: Int) -> Int {
                var total = 0
                outer: for (index, row) in rows.enumerated() {
                    for value in row {
                        if value < 0 { continue outer }
                        if value > limit { break outer }
                        switch value {
                        case 0:
                            break
                        case 1:
                            total += 10
                            fallthrough
                        case 2, 3:
                            total += value
                            if total > 100 { break }
                            total += 1
                        default:
                            total += value * index
                        }
                    }
                }
                var step = 0
                while step < 5 {
                    step += 1
                    if step == 3 { continue }
                    total += step
                    if total > 1_000 { break }
                }
                repeat { step -= 2 } while step > 0
                return total + step
            }
            public func entry() {
                print(scan([[1, 2, 3], [0, 4, 5], [-1, 9], [7, 100, 2]], limit: 50))
                print(scan([[3, 1, 2], [4, 4]], limit: 3))
                print(scan([], limit: 0))
            }
            """,
        changes: [
            .replace("value < 0", "value <= 0"), .replace("continue outer", "continue"),
            .replace("break outer", "continue outer"), .replace("value > limit", "value >= limit"),
            .replace("fallthrough", "break"),
            .replace("break\n            case 1", "total += 7\n            case 1"),
            .replace("case 2, 3", "case 2"), .replace("total > 100 { break }", "total > 5 { break }"),
            .replace("while step < 5", "while step <= 5"),
            .replace("step == 3 { continue }", "step == 3 { break }"),
            .replace("step > 0", "step > 1"), .replace("return total + step", "return total - step"),
            .replace("total += value * index", "total += value + index"),
            .replace("step += 1", "step += undefined"),
            .replace("for value in row", "for value in row.reversed()"),
            .replace("switch value {", "switch value - 1 {"),
            .replace("total > 1_000", "total > \"a\""), .replace("total += step\n", "\n"),
            .before("switch value", "if value == 4 { continue }\n"),
        ])

    static let bindings = Sample(
        name: "names used later",
        text: """
            enum Shape { case circle(Int), square(Int, Int) }
            func area(_ shape: Shape?, _ table: [String: Int], _ key: String) -> String {
                let factor = 2 + 1
                let scale: Double = 1
                var offset = table.count, other = 1
                let (low, high) = (factor, factor * 2)
                guard let shape else { return "none \\(factor)" }
                guard let value = table[key], value > 0 else { return "missing" }
                guard case .square(let width, let height) = shape else {
                    if case .circle(let radius) = shape, radius > factor { return "circle \\(radius)" }
                    return "small"
                }
                let range = 0..<width
                for index in range { offset += index }
                func twice(_ x: Int) -> Int { x * 2 }
                let text: String
                if width > height { text = "wide" } else if width == height { text = "even" } else { text = "high" }
                other += twice(offset)
                let half = width / 2
                let table = table.filter { $0.value > 0 }
                defer { print("left", half) }
                print(Double(low + high) * scale)
                return "\\(table.count) \\(text) \\(value) \\(width * height) \\(offset) \\(other)"
            }
            public func entry() {
                let table = ["a": 3, "b": 0]
                for shape in [nil, .circle(2), .circle(9), .square(3, 2), .square(2, 2), .square(1, 4)] as [Shape?] {
                    print(area(shape, table, "a"))
                }
                print(area(.circle(1), table, "b"))
            }
            """,
        changes: [
            .replace("2 + 1", "2 - 1"), .replace("scale: Double = 1", "scale: Double = 1 / 2"),
            .replace("table.count, other", "table.count + 1, other"),
            .replace("(factor, factor * 2)", "(factor, factor * 3)"),
            .replace("value > 0 else", "value >= 0 else"),
            .replace("table[key], value", "table[\"b\"], value"),
            .replace("radius > factor", "radius >= factor - 1"), .replace("0..<width", "0...width"),
            .replace("x * 2 }", "x * 3 }"), .replace("width > height", "width >= height"),
            .replace("text = \"even\"", "_ = 0"), .replace("twice(offset)", "twice(other)"),
            .replace("width / 2", "width / height"),
            .replace("print(\"left\", half)", "print(\"gone\", half)"),
            .replace("defer { print(\"left\", half) }", ""), .replace("width / 2", "width / 2.5"),
            .replace("let half = width / 2", "let half = height"),
            .before("print(Double(low", "guard low > 1 else { return \"low\" }\n    "),
            .replace("offset += index", "offset -= index"),
            .replace(".square(let width, let height)", ".square(let height, let width)"),
            .replace("guard let shape else", "guard let shape, factor > 3 else"),
            .before("let half", "let width = width + 1\n    "), .replace("$0.value > 0", "$0.value >= 0"),
        ])

    static let heads = Sample(
        name: "large statements whose heads change",
        text: """
            func search(_ values: [Int], _ wanted: Int, _ names: [Int: String]) throws -> String {
                var low = 0
                var high = values.count
                var steps = 0
                while low < high, steps < 20 {
                    steps += 1
                    let middle = (low + high) / 2
            \(padding(2_400))
                    if values[middle] == wanted { return "found \\(middle) in \\(steps)" }
                    if values[middle] < wanted { low = middle + 1 } else { high = middle }
                }
                var sum = 0
                for (index, value) in values.enumerated() where value % 2 == 0 {
            \(padding(2_400))
                    sum += value * index
                }
                for index in 0..<wanted {
            \(padding(2_400))
                    sum += index
                }
                if try check(wanted), sum > 3 {
            \(padding(2_400))
                    sum += 1_000
                } else if let name = names[wanted], name.count > 3, try check(sum) {
            \(padding(2_400))
                    sum += name.count
                } else if sum > 10, steps > 2 {
                    sum += 5
                }
                switch steps + sum % 3 {
                case 0: sum += 1
                case 1...4: sum += 2
            \(padding(2_400))
                default: sum += 3
                }
                repeat {
            \(padding(2_400))
                    sum -= 7
                } while sum > 50
                guard let text = names[sum % 4], text != "two" else {
            \(padding(2_400))
                    return "no name \\(sum)"
                }
                return text
            }
            func check(_ value: Int) throws -> Bool { value % 3 == 1 }
            public func entry() {
                for wanted in 0...9 {
                    print(
                        (try? search([1, 3, 4, 6, 9, 12], wanted, [1: "one", 2: "two", 0: "nothing", 5: "five", 6: "sixth"]))
                            ?? "threw")
                }
            }
            """,
        changes: [
            .replace("while low < high", "while low <= high"), .replace("steps < 20", "steps < 2"),
            .replace("values.enumerated()", "values.enumerated().reversed()"),
            .replace("value % 2 == 0", "value % 2 != 0"),
            .replace("0..<wanted", "0...wanted"), .replace("try check(wanted)", "try !check(wanted)"),
            .replace("sum > 3", "sum > 300"), .replace("names[wanted]", "names[steps]"),
            .replace("name.count > 3", "name.count > 4"), .replace("try check(sum)", "try !check(sum)"),
            .replace("sum > 10", "sum > 40"), .replace("steps > 2", "steps >= 1"),
            .replace("steps + sum % 3", "sum % 3"), .replace("while sum > 50", "while sum > 20"),
            .replace("names[sum % 4]", "names[sum % 3]"), .replace("text != \"two\"", "text == \"two\""),
            .replace("while low < high", "while low < \"a\""), .replace("0..<wanted", "0..<wanted - 1"),
            .replace("0..<wanted", "wanted"), .replace("0..<wanted", "stride(from: 0, to: wanted, by: 2)"),
            .replace("case 1...4", "case 1...2"),
        ])

    static let closures = Sample(
        name: "closures",
        text: """
            struct Counter {
                var counts: [Int] = []
                mutating func add(_ values: [Int]) {
                    values.forEach { counts.append($0 + 1) }
                    counts.sort { $0 < $1 }
                    counts.removeAll(where: { $0 > 8 })
                }
            }
            func make(_ base: Int) -> (Int) -> Int { { value in value + base } }
            func apply(_ value: inout Int, _ change: (inout Int) -> Void) { change(&value) }
            func all(_ values: [Int]) -> [Int] {
                let doubled = values.map { $0 * 2 }
                let kept = doubled.filter { value in
                    let rest = value % 3
                    if rest == 0 { return false }
                    return rest < 2 || value > 6
                }
                let sum = kept.reduce(0) { total, value in total + value }
                let text = values.map { value -> String in value > 2 ? "many" : "few" }.joined(separator: ",")
                let later: () -> Int = { sum - kept.count }
                var number = sum
                apply(&number) { $0 += 3 }
                print(text, later(), number, make(1)(sum))
                return kept.map(\\.magnitude).map { Int($0) }
            }
            public func entry() {
                var counter = Counter()
                counter.add([5, 3, 9, 1])
                print(counter.counts)
                print(all([1, 2, 3, 4, 5]))
                print(all([]))
            }
            """,
        changes: [
            .replace("$0 + 1", "$0 - 1"), .replace("$0 < $1", "$0 > $1"), .replace("$0 > 8", "$0 >= 4"),
            .replace("value + base", "value - base"), .replace("$0 * 2", "$0 * 3"),
            .replace("$0 * 2", "$0 + \"a\""),
            .replace("value % 3", "value % 4"), .replace("return false", "return true"),
            .replace("rest < 2", "rest <= 2"), .replace("total + value", "total * value"),
            .replace("value > 2", "value >= 2"), .replace("sum - kept.count", "sum"),
            .replace("$0 += 3", "$0 -= 3"),
            .replace("Int($0)", "-Int($0)"), .replace("change(&value)", ""),
            .replace("reduce(0)", "reduce(1)"),
            .replace("separator: \",\"", "separator: \"\""),
            .replace("if rest == 0 { return false }\n", "\n"), .replace("values.map { $0 * 2 }", "values"),
        ])

    static let largeClosure = Sample(
        name: "large closures",
        text: """
            struct Store {
                var items: [Int] = []
                func with(_ body: (Int) throws -> Int) rethrows -> [Int] { try items.map(body) }
            }
            func work(_ store: Store, _ limit: Int) -> [Int] {
                let found = store.with { item in
            \(padding(9_000))
                    let doubled = item * 2
                    guard doubled > limit else { return -1 }
                    if doubled % 4 == 0 {
                        return doubled + 1
                    }
                    let parts = [doubled, limit].map { $0 - 1 }
                    return parts.reduce(0, +)
                }
                return found
            }
            let table: [Int] = (0..<4).map { $0 + 1 }
            public func entry() {
                print(work(Store(items: [1, 2, 3, 4, 5, 9]), 5))
                print(table)
            }
            """,
        changes: [
            .replace("item * 2", "item * 3"), .replace("doubled > limit", "doubled >= limit"),
            .replace("return -1", "return -2"), .replace("doubled % 4 == 0", "doubled % 4 != 0"),
            .replace("doubled + 1", "doubled - 1"), .replace("$0 - 1", "$0 + 1"), .replace("$0 - 1", "\"a\""),
            .replace("reduce(0, +)", "reduce(1, +)"), .replace("[doubled, limit]", "[doubled, limit, 1]"),
            .replace("doubled + 1", "doubled + nothing"), .replace("return doubled + 1", "return \"text\""),
            .replace("{ $0 + 1 }", "{ $0 + 2 }"),
            .before("guard doubled", "if item == 9 { return 99 }\n        "),
        ])

    static let initialisers = Sample(
        name: "initialisers and deinitialisers",
        text: """
            struct Point {
                let x: Int
                let y: Int
                var length: Int
                init(_ x: Int, _ y: Int) {
                    self.x = x
                    if y > 3 {
                        self.y = 3
                    } else {
                        self.y = y
                    }
                    length = self.x + self.y
                }
                init(_ both: Int) {
                    self.init(both, both + 1)
                }
                init?(text: String) {
                    guard let value = Int(text) else { return nil }
                    let half = value / 2
                    self.init(value, half)
                }
            }
            class Base {
                let name: String
                init(name: String) { self.name = name + "!" }
                deinit { print("bye", name) }
            }
            final class Derived: Base {
                let size: Int
                override init(name: String) {
                    let count = name.count
                    size = count * 2
                    super.init(name: name + "+")
                    print("made", size)
                }
            }
            enum Level: Int {
                case low = 1, high
                init?(_ text: String) { nil /* none */ }
            }
            public func entry() {
                print(Point(1, 2), Point(5), Point(text: "8") as Any, Point(text: "x") as Any)
                do { print(Derived(name: "ab").name) }
                print(Level("a") as Any)
            }
            """,
        changes: [
            .replace("self.x = x", "self.x = y"), .replace("y > 3", "y >= 2"),
            .replace("self.y = 3", "self.y = 4"),
            .replace("self.y = 3", ""), .replace("length = self.x + self.y", "length = self.x - self.y"),
            .replace("length = self.x + self.y", ""), .replace("both + 1", "both - 1"),
            .replace("self.init(both, both + 1)", ""), .replace("value / 2", "value * 2"),
            .replace("return nil }", "self.init(0); return }"), .replace("name + \"!\"", "name"),
            .replace("\"bye\"", "\"ciao\""), .replace("count * 2", "count + 2"),
            .replace("super.init(name: name + \"+\")", "super.init(name: name)"),
            .replace("super.init(name: name + \"+\")", ""), .replace("size = count * 2", ""),
            .replace("nil /* none */", "self = .low"),
            .replace("print(\"made\", size)", "print(\"made\", 0)"),
            .replace("self.x = x", "self.x = x; self.x = y"),
            .before("self.x = x", "print(\"in\")\n        "),
        ])

    static let accessors = Sample(
        name: "accessors, subscripts and stored properties",
        text: """
            @propertyWrapper struct Clamped {
                private var stored = 0
                init(wrappedValue: Int) { self.wrappedValue = wrappedValue }
                var wrappedValue: Int {
                    get { stored - 0 }
                    set { stored = min(newValue, 10) }
                }
            }
            struct Grid {
                static let width = 3 * 2
                nonisolated(unsafe) static var made = 0
                var cells = [Int](repeating: 1, count: 4)
                @Clamped var level = 4 + 3
                lazy var total: Int = { cells.reduce(0, +) }()
                static let limit: Int = {
                    let base = width * 2
                    if base > 10 { return base - 1 }
                    return base
                }()
                var last: Int { cells[cells.count - 1] }
                var kind: String {
                    switch cells.count {
                    case 0: "none"
                    case 1...4: "some"
                    default: "many"
                    }
                }
                var title: String = "a" {
                    willSet { print("from", title) }
                    didSet {
                        if title == oldValue { print("same") }
                        print("to", title)
                    }
                }
                subscript(_ index: Int) -> Int {
                    get { index < cells.count ? cells[index] : -1 }
                    set {
                        guard index < cells.count else { return }
                        cells[index] = newValue + 1
                    }
                }
                subscript(name name: String) -> Int { name.count * 2 }
                static func zero() -> Int { made + width }
                var area: Int {
                    get throws { cells.count * 2 }
                }
            }
            let started = 5 + 1
            public func entry() {
                var grid = Grid()
                grid[1] = 7
                grid[9] = 7
                grid.title = "b"
                grid.title = "b"
                grid.level += 2
                print(grid.cells, grid[1], grid[7], grid[name: "abc"], grid.level, grid.last, grid.kind)
                print(grid.total, Grid.limit, Grid.zero(), Grid.width, started, (try? grid.area) as Any)
            }
            """,
        changes: [
            .replace("stored - 0", "stored + 1"),
            .replace("min(newValue, 10)", "max(newValue, 10)"),
            .replace("3 * 2", "3 + 2"), .replace("4 + 3", "4 - 3"), .replace("reduce(0, +)", "reduce(1, +)"),
            .replace("cells.count - 1]", "cells.count - 2]"), .replace("cells.count - 1]", "cells.count]"),
            .replace("case 1...4", "case 1...3"), .replace("\"some\"", "\"few\""),
            .replace("\"some\"", "cells"),
            .replace("title == oldValue", "title != oldValue"), .replace("\"from\"", "\"before\""),
            .replace("index < cells.count ?", "index <= cells.count ?"),
            .replace("index < cells.count else", "index > cells.count else"),
            .replace("newValue + 1", "newValue"), .replace("name.count * 2", "name.count"),
            .replace("made + width", "made - width"),
            .replace("5 + 1", "5 - 1"), .replace("count: 4)", "count: 5)"),
            .replace("cells.count * 2", "cells.count * 3"),
            .replace("guard index < cells.count else { return }\n", "\n"),
            .replace("switch cells.count", "switch cells.count + 1"),
            .replace("width * 2", "width + 2"), .replace("base > 10", "base > 100"),
            .replace("base > 10", "base"), .replace("base - 1", "wrong"), .replace("base - 1", "0"),
            .before("if base", "print(base)\n        "),
        ])

    static let errors = Sample(
        name: "errors and deferred code",
        text: """
            enum Failure: Error { case negative(Int), large }
            func parse(_ value: Int) throws -> Int {
                if value < 0 { throw Failure.negative(value) }
                guard value < 100 else { throw Failure.large }
                return value * 2
            }
            func typed(_ value: Int) throws(Failure) -> Int {
                if value > 5 { throw .large }
                return value
            }
            func log(_ value: Int) -> String {
                var lines: [String] = []
                do {
                    defer { lines.append("done") }
                    let parsed = try parse(value)
                    lines.append("ok \\(parsed)")
                    lines.append("typed \\(try typed(value))")
                } catch Failure.negative(let number) where number < -5 {
                    lines.append("very \\(number)")
                } catch let failure as Failure {
                    lines.append("\\(failure)")
                } catch {
                    lines.append("other")
                }
                let safe = try? parse(value - 1)
                lines.append(String(describing: safe))
                return lines.joined(separator: "|")
            }
            func each(_ values: [Int], _ body: (Int) throws -> Int) rethrows -> Int {
                var total = 0
                for value in values { total += try body(value) }
                return total
            }
            public func entry() {
                for value in [-9, -1, 0, 3, 7, 99, 100] { print(log(value)) }
                print((try? each([1, 2, 3]) { try parse($0) }) as Any)
                print((try? each([1, -2, 3]) { try parse($0) }) as Any)
            }
            """,
        changes: [
            .replace("value < 0 {", "value <= 0 {"), .replace("throw Failure.negative(value)", "return 0"),
            .replace("throw Failure.negative(value)", "throw Failure.large"),
            .replace("value < 100", "value < 99"),
            .replace("value * 2", "value + 2"), .replace("value > 5", "value >= 3"),
            .replace("throw .large", "return -1"),
            .replace("\"done\"", "\"finished\""), .replace("defer { lines.append(\"done\") }\n", "\n"),
            .replace("try parse(value)\n", "try parse(value + 1)\n"), .replace("number < -5", "number < 0"),
            .replace("try? parse(value - 1)", "try? parse(value)"),
            .replace("total += try body(value)", "total -= try body(value)"),
            .replace("try? parse(value - 1)", "try parse(value - 1)"),
            .replace("guard value < 100 else { throw Failure.large }\n", "\n"),
            .replace("try typed(value)", "typed(value)"), .replace("return value\n", "return -value\n"),
            .before("let safe", "if value == 3 { return \"three\" }\n    "), .replace("return value * 2", ""),
        ])

    static let generics = Sample(
        name: "generics, opaque results and local types",
        text: """
            protocol Named { var name: String { get } }
            extension Named {
                func shout(_ times: Int = 1) -> String {
                    String(repeating: name, count: times + 1)
                }
            }
            struct Box<Value: Comparable>: Named {
                var values: [Value]
                var name: String { "box" }
                func largest() -> Value? {
                    var best: Value?
                    for value in values {
                        guard let current = best else {
                            best = value
                            continue
                        }
                        if value > current { best = value }
                    }
                    return best
                }
                static func make(_ value: Value, _ other: Value) -> Self {
                    let smaller = value < other ? value : other
                    return Self(values: [smaller, value])
                }
            }
            extension Array where Element: Equatable {
                func positions(of element: Element) -> [Int] {
                    indices.filter { self[$0] == element }
                }
            }
            func pick<T>(_ first: T, _ second: T, _ useFirst: Bool) -> T { useFirst ? first : second }
            func evens(_ limit: Int) -> some Sequence<Int> {
                let end = limit * 2
                return stride(from: 0, to: end, by: 2)
            }
            func words(_ flag: Bool) -> some Collection<String> { ["a", "b"] + (flag ? ["c"] : []) }
            func nested(_ input: Int) -> Int {
                struct Local {
                    var base = 1 + 1
                    func plus(_ value: Int) -> Int { base + value }
                }
                func recursive(_ n: Int) -> Int {
                    if n <= 1 { return 1 }
                    return n * recursive(n - 1)
                }
                return recursive(input) + Local().plus(input)
            }
            public func entry() {
                print(Box(values: [3, 9, 2]).largest() as Any, Box<String>(values: []).largest() as Any)
                print(Box.make(4, 2), Box(values: [1]).shout(), [1, 2, 1].positions(of: 1), pick("a", "b", true))
                print(Array(evens(3)), Array(words(true)), nested(4))
            }
            """,
        changes: [
            .replace("times + 1", "times"), .replace("value > current", "value < current"),
            .replace("value < other", "value > other"),
            .replace("[smaller, value]", "[value, smaller]"),
            .replace("self[$0] == element", "self[$0] != element"),
            .replace("useFirst ? first : second", "useFirst ? second : first"),
            .replace("limit * 2", "limit * 3"),
            .replace("by: 2", "by: 1"), .replace("stride(from: 0, to: end, by: 2)", "(0..<end)"),
            .replace("[\"a\", \"b\"] +", "[\"b\"] +"), .replace("1 + 1", "1 - 1"),
            .replace("base + value", "base * value"),
            .replace("n <= 1", "n <= 2"), .replace("n * recursive(n - 1)", "n + recursive(n - 1)"),
            .replace("value < other ? value : other", "other"), .replace("value > current", "value > 3"),
            .replace("\"box\"", "\"crate\""), .replace("return 1 }", "return 2 }"),
            .replace("guard let current = best else", "guard let current = values.first else"),
        ],
        // Two underlying types in one function: no form of a switch can hold them.
        exceptions: [8])

    static let builders = Sample(
        name: "result builders",
        text: """
            @resultBuilder enum Lines {
                static func buildExpression(_ text: String) -> [String] { [text] }
                static func buildBlock(_ parts: [String]...) -> [String] { parts.flatMap { $0 } }
                static func buildOptional(_ part: [String]?) -> [String] { part ?? ["-"] }
            }
            func page(@Lines _ body: () -> [String]) -> String { body().joined(separator: "/") }
            struct Report {
                var count: Int
                @Lines var body: [String] {
                    "count \\(count + 1)"
                    if count > 2 { "many" }
                    "end"
                }
                @Lines func detail(_ flag: Bool) throws -> [String] {
                    "flag"
                    if flag { "on" }
                }
                @Lines var explicit: [String] {
                    return ["x", "y"]
                }
            }
            public func entry() {
                let report = Report(count: 3)
                print(report.body, (try? report.detail(true)) as Any, report.explicit)
                print(page {
                    "first"
                    if report.count > 3 { "more" }
                    "last"
                })
            }
            """,
        changes: [
            .replace("count + 1", "count - 1"), .replace("count > 2", "count > 3"),
            .replace("\"many\"", "\"lots\""),
            .replace("if flag {", "if !flag {"), .replace("\"flag\"", "\"sign\""),
            .replace("[\"x\", \"y\"]", "[\"x\"]"),
            .replace("\"first\"", "\"1st\""), .replace("report.count > 3", "report.count >= 3"),
            .replace("[text]", "[text, text]"),
            .replace("    \"end\"\n", "\n"), .replace("part ?? [\"-\"]", "part ?? []"),
        ])

    static let concurrency = Sample(
        name: "actors and tasks",
        text: """
            import Dispatch
            actor Account {
                var balance = 10
                nonisolated let id = 1 + 1
                func take(_ amount: Int) -> Bool {
                    guard balance >= amount else { return false }
                    balance -= amount
                    return true
                }
                nonisolated func tag() -> String { "no \\(id + 1)" }
            }
            @MainActor final class Screen {
                var lines: [String] = []
                func show(_ text: String) { lines.append(text + ";") }
                static func make() -> Screen { Screen() }
            }
            @globalActor actor Other { static let shared = Other() }
            @Other func aside(_ value: Int) -> Int { value * 2 }
            func fetch(_ value: Int) async throws -> Int {
                if value > 3 { throw CancellationError() }
                let first = await aside(value)
                async let second = aside(value + 1)
                let both = try await Task { @Sendable in value + 1 }.value
                return await first + second + both
            }
            func sum(_ values: [Int]) async -> Int {
                await withTaskGroup(of: Int.self) { group in
                    for value in values { group.addTask { (try? await fetch(value)) ?? -1 } }
                    var total = 0
                    for await part in group { total += part }
                    return total
                }
            }
            @MainActor func all() async -> String {
                let account = Account()
                let screen = Screen.make()
                screen.show(account.tag())
                if await account.take(4), await account.take(4) { screen.show("twice") }
                if await !account.take(4) { screen.show("empty") }
                let total = await sum([1, 2, 9])
                screen.show("\\(total)")
                return screen.lines.joined()
            }
            public func entry() {
                let done = DispatchSemaphore(value: 0)
                Task.detached {
                    print(await Task { @Other in aside(4) }.value, await sum([1, 5]))
                    let account = Account()
                    print(await account.take(3), await account.balance, account.tag())
                    done.signal()
                }
                done.wait()
            }
            """,
        changes: [
            .replace("1 + 1", "1 - 1"), .replace("balance >= amount", "balance < amount"),
            .replace("balance -= amount", "balance += amount"),
            .replace("return true", "return false"), .replace("id + 1", "id"),
            .replace("value * 2", "value * 3"),
            .replace("value > 3", "value > 4"), .replace("await aside(value)\n", "await aside(value - 1)\n"),
            .replace("aside(value + 1)", "aside(value)"), .replace("in value + 1 }", "in value - 1 }"),
            .replace("first + second + both", "first - second + both"), .replace("?? -1", "?? 1"),
            .replace("total += part", "total -= part"), .replace("await aside(value)\n", "aside(value)\n"),
            .replace("throw CancellationError()", "return 0"), .replace("text + \";\"", "text"),
            .replace("for value in values { group", "for value in values.dropLast() { group"),
            .replace("return false }", "return true }"),
        ])

    static let expressions = Sample(
        name: "if and switch as expressions",
        text: """
            indirect enum Tree { case leaf(Int), node(Tree, Tree), none }
            func depth(_ tree: Tree) -> Int {
                switch tree {
                case .leaf: 1
                case .node(let left, let right): max(depth(left), depth(right)) + 1
                case .none: 0
                }
            }
            func label(_ value: Int) -> String {
                let size = if value > 100 { "large" } else if value > 10 { "medium" } else { "small" }
                let sign: String =
                    switch value {
                    case ..<0: "negative"
                    case 0: "zero"
                    case let x where x % 2 == 0: "even"
                    default: "odd"
                    }
                var text = ""
                text = if size.count > 5 { "long" } else { "short" }
                return "\\(size) \\(sign) \\(text)"
            }
            func first(_ values: [Int]) -> Int { if values.isEmpty { -1 } else { values[0] } }
            func check(_ value: Int?) -> Int {
                switch value {
                case .some(let x) where x > 5: return x
                case .some(3), .some(4): return 34
                case .some: break
                case nil: return -1
                }
                return 0
            }
            let chosen = [1, 2, 3].map { if $0 > 1 { $0 * 2 } else { 0 } }
            func never(_ value: Int) -> Int { fatalError("no \\(value)") }
            public func entry() {
                print(depth(.node(.leaf(1), .node(.leaf(2), .none))))
                for value in [-3, 0, 7, 8, 11, 500] { print(label(value)) }
                print(first([]), first([4, 5]), chosen, [nil, 3, 4, 5, 9].map(check))
            }
            """,
        changes: [
            .replace("case .leaf: 1", "case .leaf: 2"), .replace("depth(right)) + 1", "depth(right)) - 1"),
            .replace("case .none: 0", "case .none: \"a\""),
            .replace("value > 100", "value >= 7"), .replace("\"medium\"", "\"middle\""),
            .replace("case ..<0", "case ...0"),
            .replace("x % 2 == 0", "x % 2 != 0"), .replace("\"zero\"", "\"nil\""),
            .replace("size.count > 5", "size.count >= 5"),
            .replace("\"short\"", "\"brief\""), .replace("values.isEmpty { -1", "values.isEmpty { -2"),
            .replace("values[0]", "values[values.count - 1]"),
            .replace("x > 5: return", "x > 4: return"), .replace("return 34", "return 43"),
            .replace("case .some: break", "case .some: return 7"),
            .replace("$0 > 1 {", "$0 > 2 {"), .replace("$0 * 2", "$0 * 3"),
            .replace("case .some(3), .some(4)", "case .some(3)"),
            .replace("fatalError(\"no \\(value)\")", "value"), .replace("values[0] }", "values.first }"),
        ])

    static let strings = Sample(
        name: "strings whose layout matters",
        text: ##"""
            func letter(_ name: String, _ count: Int) -> String {
                let body = """
                    Dear \(name),
                      you have \(count + 1) \(count > 1 ? "items" : "item")
                    \("nested " + "text".uppercased())
                    """
                return body + """

                    end
                    """
            }
            func raw(_ value: Int) -> String { #"a\(value) \#(value + 1)"# }
            func log(_ text: String, line: Int = #line) -> String { text + (line > 0 ? "." : "") } /* after */ ; let a = 1 + 0; let b = 2
            func one() -> Int { let x = 1; var y = x + a; y += 1; return y } // trailing
            func two() -> String { "é" + String(one()) }
            public func entry() {
                print(letter("Ann", 1)); print(raw(2)); print(log("x"), two(), b)
            }
            """##,
        changes: [
            .replace("count + 1", "count - 1"), .replace("count > 1", "count >= 1"),
            .replace("Dear", "Hello"), .replace("end", "  fin"),
            .replace("value + 1", "value - 1"), .replace("line > 0", "line < 0"),
            .replace("let x = 1;", "let x = 2;"), .replace("y += 1;", "y -= 1;"),
            .replace("y += 1;", ""), .replace("x + a", "x - a"), .replace("\"é\" +", "\"è\" +"),
            .replace("return y", "return -y"),
            .before("y += 1", "y += 5; "), .replace("1 + 0", "3"),
            .after("var y = x + a;", " y *= 2;"), .replace("return body +", "return name +"),
        ])

    static let windows = Sample(
        name: "line ends of two characters",
        text: """
            func grade(_ points: Int) -> String {
                let bonus = points / 10
                if points > 50 {
                    return "pass \\(bonus)"
                }
                let text = \"\"\"
                    no
                    \\(bonus)
                    \"\"\"
                return text
            }
            public func entry() {
                print(grade(51), grade(50))
            }

            """.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"),
        changes: [
            .replace("points / 10", "points / 5"), .replace("points > 50", "points >= 50"),
            .replace("\"pass", "\"fail"),
            .replace("return text", "return text + text"), .replace("return text", "return"),
            .replace("return text\r\n", ""),
        ])

    static let inlinables = Sample(
        name: "code that callers may copy",
        text: """
            @inlinable public func outer(_ x: Int) -> Int { inner(x) + later(x) }
            @inlinable func inner(_ x: Int) -> Int { x + 1 }
            @inlinable @inline(__always) internal func later(_ x: Int) -> Int {
                let y = x * 2
                return y
            }
            @_transparent public func clear(_ x: Int) -> Int { return x - 1 }
            @_alwaysEmitIntoClient public func emitted(_ x: Int) -> Int { x * 3 }
            @frozen public struct Fixed {
                @usableFromInline var stored = 4 + 1
                @inlinable public init(_ value: Int) { stored = value }
                public var shown: Int {
                    @inlinable get { stored + 1 }
                    @inlinable set { stored = newValue - 1 }
                }
                @inlinable public var twice: Int { shown * 2 }
            }
            extension Fixed { @inlinable func hidden() -> Int { stored - 0 } }
            public extension Fixed { @inlinable func open() -> Int { hidden() + 1 } }
            public func entry() {
                var fixed = Fixed(3)
                fixed.shown = 9
                print(outer(1), clear(2), emitted(2), fixed.shown, fixed.twice, fixed.open())
            }
            """,
        changes: [
            .replace("inner(x) + later(x)", "inner(x) - later(x)"), .replace("x + 1", "x + 2"),
            .replace("x * 2\n", "x * 4\n"),
            .replace("x - 1", "x"), .replace("x * 3", "x"), .replace("stored = value", "stored = value + 1"),
            .replace("stored + 1", "stored"), .replace("newValue - 1", "newValue"),
            .replace("shown * 2", "shown"),
            .replace("stored - 0", "-stored"), .replace("hidden() + 1", "hidden()"),
            .replace("4 + 1", "4 - 1"),
        ],
        exceptions: [11])

    static let ownership = Sample(
        name: "inout, values that cannot be copied, and coroutines",
        text: """
            struct Handle: ~Copyable {
                var number: Int
                consuming func close() -> Int { number + 1 }
                deinit { print("closed", number) }
            }
            func open(_ number: Int) -> Handle { Handle(number: number * 2) }
            func use(_ handle: borrowing Handle) -> Int { handle.number - 1 }
            func swapIfLess(_ a: inout Int, _ b: inout Int) {
                if a < b { swap(&a, &b) }
                a += 1
            }
            struct Stack {
                private var items: [Int] = [1, 2]
                var top: Int {
                    _read { yield items[items.count - 1] }
                    _modify { yield &items[items.count - 1] }
                }
                mutating func push(_ value: Int) {
                    items.append(value)
                    let count = items.count
                    while items.count > 3 { items.removeFirst() }
                    if count > 3 { items[0] += count }
                }
                var all: [Int] { items }
            }
            public func entry() {
                let handle = open(4)
                print(use(handle))
                let number = handle.close()
                print(number)
                var (a, b) = (1, 2)
                swapIfLess(&a, &b)
                print(a, b)
                var stack = Stack()
                stack.push(5); stack.push(6)
                stack.top += 3
                print(stack.all, stack.top)
            }
            """,
        changes: [
            .replace("number + 1", "number - 1"), .replace("number * 2", "number * 3"),
            .replace("handle.number - 1", "handle.number"),
            .replace("a < b", "a > b"), .replace("a += 1", "b += 1"), .replace("swap(&a, &b)", ""),
            .replace("yield items[items.count - 1]", "yield items[0]"),
            .replace("yield &items[items.count - 1]", "yield &items[0]"),
            .replace("items.count > 3", "items.count > 2"), .replace("if count > 3 {", "if count >= 3 {"),
            .replace("items.removeFirst()", "items.removeLast()"),
            .replace("let count = items.count", "let count = items.count - 1"),
            .replace("open(4)", "open(5)"), .replace("handle.close()", "7"),
        ])

    static let conditionals = Sample(
        name: "conditional compilation",
        text: """
            #if os(Windows)
            let place = "there"
            #else
            let place = "he" + "re"
            #endif
            func platform(_ n: Int) -> String {
                #if os(Windows)
                let name = "w" + "in"
                return name
                #else
                let name = "un" + "ix"
                let count = n + 1
                #endif
                let text = name + String(count)
                #if DEBUG_NEVER
                return text + "!"
                #else
                return text + "?"
                #endif
            }
            func value(_ n: Int) -> Int {
                #if os(Windows)
                n + 1
                #else
                n + 2
                #endif
            }
            public func entry() {
                print(place, platform(1), value(1))
                if #available(macOS 10.15, *) { print("available") } else { print("not") }
            }
            """,
        changes: [
            .replace("\"he\" + \"re\"", "\"he\" + \"ro\""), .replace("\"un\" + \"ix\"", "\"un\""),
            .replace("n + 1\n    #endif\n    let", "n - 1\n    #endif\n    let"),
            .replace("text + \"?\"", "text"), .replace("n + 2", "n - 2"), .replace("\"w\" + \"in\"", "\"w\""),
            .replace("name + String(count)", "String(count) + name"),
            .replace("\"available\"", "\"yes\""), .replace("let count = n + 1", "let count = n"),
            .replace("let name = \"un\" + \"ix\"", "let name = \"a\"; print(name)"),
        ])

    static let endings = Sample(
        name: "bodies that must return",
        text: """
            func sign(_ value: Int) -> Int {
                if value < 0 { return -1 }
                if value > 0 { return 1 } else { return 0 /* zero */ }
            }
            func single(_ value: Int) -> Int { value + 1 }
            func forever(_ value: Int) -> Int {
                var value = value
                while true {
                    value -= 3
                    if value < 0 { return value }
                }
            }
            func cases(_ value: Int) -> String {
                switch value {
                case 0: return "zero"
                case 1: return "one"
                default: return "many"
                }
            }
            func check(_ value: Int?) -> Int {
                guard let value else { return 0 }
                guard value > 2 else {
                    print("small")
                    return 1
                }
                return value // checked
            }
            func empty() {}
            func loud() { print("loud") }
            public func entry() {
                print([-2, 0, 2].map(sign), single(1), forever(7), (0...2).map(cases), [nil, 1, 3].map(check))
                empty(); loud()
            }
            """,
        changes: [
            .replace("value < 0 { return -1", "value <= 0 { return -1"),
            .replace("return 0 /* zero */", ""),
            .replace("if value > 0 { return 1 } else { return 0 /* zero */ }", ""),
            .replace("value + 1", "value - 1"),
            .replace("value + 1", "guard value > 1 else { return 0 }; return value"),
            .replace("value + 1", "print(value); value"), .replace("while true", "while value > 3"),
            .replace("value -= 3", "value -= 2"), .replace("return \"one\"", "break"),
            .replace("return \"one\"", "return \"1\""), .replace("        return 1\n", "\n"),
            .replace("value > 2", "value > 0"), .replace("return value // checked", ""),
            .replace("print(\"loud\")", ""), .after("func empty() {", " print(\"full\") "),
            .replace("print(\"loud\")", "print(\"quiet\")"),
            .before("print(\"loud\")", "if single(1) == 2 { return }; "),
            .replace("default: return \"many\"", "default: fatalError()"),
            .after("print(\"loud\")", "\nprint(\"again\")\n"), .replace("value + 1", "return value"),
        ])

    static let operators = Sample(
        name: "operators, key paths and autoclosures",
        text: """
            infix operator <+>: AdditionPrecedence
            prefix operator √
            func <+> (left: Int, right: Int) -> Int { left * 10 + right }
            prefix func √ (value: Int) -> Int { value / 2 }
            struct Person: Equatable {
                var name: String, age: Int
                static func < (left: Person, right: Person) -> Bool { left.age < right.age }
            }
            func lazily(_ value: Bool, _ other: @autoclosure () -> Bool) -> Bool { value || other() }
            func work(_ people: [Person]) -> [String] {
                let total = people.map(\\.age).reduce(0, <+>)
                let sorted = people.sorted { $0 < $1 }
                let adult = sorted.first { $0[keyPath: \\.age] >= 18 }?.name ?? "nobody"
                let any = lazily(people.isEmpty, people.count > 2 && total <+> 1 > 5)
                var names = sorted.map { person in "\\(person.name)\\(√person.age)" }
                names.append(adult); names += [any ? "yes" : "no"]
                return names
            }
            public func entry() {
                print(work([Person(name: "a", age: 20), Person(name: "b", age: 4), Person(name: "c", age: 18)]))
                print(work([]))
            }
            """,
        changes: [
            .replace("left * 10 + right", "left * 10 - right"), .replace("value / 2", "value * 2"),
            .replace("left.age < right.age", "left.age > right.age"),
            .replace("value || other()", "value && other()"), .replace("reduce(0, <+>)", "reduce(0, +)"),
            .replace("$0 < $1", "$1 < $0"), .replace(">= 18", "> 18"),
            .replace("?? \"nobody\"", "?? \"none\""), .replace("people.count > 2", "people.count > 3"),
            .replace("total <+> 1", "total <+> -1000"), .replace("√person.age", "person.age"),
            .replace("any ? \"yes\" : \"no\"", "any ? \"no\" : \"yes\""),
            .replace("names.append(adult)", "names.append(any)"),
            .replace("\\.age).reduce", "\\.name.count).reduce"),
            .both([
                .replace("names.append(adult);", "names += [any ? \"yes\" : \"no\"];"),
                .replace("names += [any ? \"yes\" : \"no\"]\n    return", "names.append(adult)\n    return"),
            ]),
        ])

    static let script = Sample(
        name: "a script",
        isScript: true,
        text: """
            #!/usr/bin/env swift
            let limit = 2 + 1
            var total = 0
            for value in 0..<limit {
                total += value
            }
            func twice(_ x: Int) -> Int { x * 2 + limit }
            guard total > 1 else { fatalError("low") }
            if total == 3 { print("three") } else { print("other") }
            let doubled = [1, 2].map { $0 * 2 }
            total -= 1
            print(total, twice(total), doubled, limit)
            """,
        changes: [
            .replace("2 + 1", "2 + 2"), .replace("0..<limit", "0...limit"),
            .replace("total += value", "total -= value"), .replace("x * 2", "x * 3"),
            .replace("total > 1", "total > 5"), .replace("total == 3", "total != 3"),
            .replace("$0 * 2", "$0 * 5"), .replace("total -= 1\n", "\n"),
            .replace("total -= 1", "total -= \"a\""), .before("total -= 1", "print(\"here\")\n"),
            .replace("total = 0", "total = 1"), .replace("var total = 0", "var total = 2"),
        ],
        exceptions: [10, 11])
}
