extension RepairCase {
    static let objects: [RepairCase] = [
        RepairCase(
            "what is read last is not finished", "        return reader.words",
            "        reader.finish()\n        return reader.words",
            source: """
                struct Reader {
                    var words: [String] = []
                    var word = ""
                    static func words(of text: String) -> [String] {
                        var reader = Reader()
                        for character in text { reader.read(character) }
                        return reader.words
                    }
                    mutating func read(_ character: Character) {
                        if character == " " { finish() } else { word.append(character) }
                    }
                    mutating func finish() {
                        if !word.isEmpty { words.append(word) }
                        word = ""
                    }
                }
                """),
        RepairCase(
            "an entry that is renewed keeps its time", "            entries[key] = entry",
            "            entry.expiry = expiry\n            entries[key] = entry",
            source: """
                struct Entry { var value: Int, expiry: Int }
                struct Cache {
                    var entries: [String: Entry] = [:]
                    mutating func set(_ key: String, _ value: Int, at now: Int) {
                        let expiry = now + 60
                        if var entry = entries[key] {
                            entry.value = value
                            entries[key] = entry
                        } else {
                            entries[key] = Entry(value: value, expiry: expiry)
                        }
                    }
                }
                """),
        RepairCase(
            "a gap does not end the row", "                run.append(seat)\n            }",
            "                run.append(seat)\n            } else {\n                run = []\n            }",
            source: """
                struct Hall {
                    var taken: Set<Int> = []
                    func row(_ seats: [Int], _ size: Int) -> [Int]? {
                        var run: [Int] = []
                        for seat in seats {
                            if !taken.contains(seat) {
                                run.append(seat)
                            }
                            if run.count == size { return run }
                        }
                        return nil
                    }
                }
                """),
        RepairCase(
            "a member of the wrong name", "box.width * box.width", "box.width * box.height",
            "box.height * box.width",
            source: """
                struct Box {
                    var width: Double
                    var height: Double
                }

                func area(of box: Box) -> Double { box.width * box.width }
                """),
        RepairCase(
            "the oldest entry is thrown away too late", "if entries.count > limit",
            "if entries.count >= limit",
            source: """
                struct Log {
                    var entries: [String] = []
                    let limit: Int

                    mutating func add(_ entry: String) {
                        if entries.count > limit { entries.removeFirst() }
                        entries.append(entry)
                    }
                }
                """),
        RepairCase(
            "money is taken that is not there", "    balance -= amount\n",
            "    guard amount <= balance else { return false }\n        balance -= amount\n",
            "    if balance < amount { return false }\n        balance -= amount\n",
            "    if amount > balance { return false }\n        balance -= amount\n",
            source: """
                struct Account {
                    var balance: Int

                    mutating func withdraw(_ amount: Int) -> Bool {
                        balance -= amount
                        return true
                    }
                }
                """),
        RepairCase(
            "a setter that forgets its limit", "stored = newValue", "stored = min(stored, newValue)",
            "stored = min(limit, newValue)", "stored = max(stored, newValue)",
            source: """
                struct Gauge {
                    private var stored = 0
                    let limit = 100
                    var level: Int {
                        get { stored }
                        set { stored = newValue }
                    }
                }
                """),
        RepairCase(
            "the state that comes next", "state = .stopped", "state = .running",
            source: """
                enum State { case idle, running, stopped }

                final class Motor {
                    var state = State.idle
                    func start() {
                        if state == .idle { state = .stopped }
                    }
                }
                """),
        RepairCase(
            "a condition with one clause too many", "user.isActive && user.isAdmin", "user.isActive",
            source: """
                struct User { var isActive: Bool; var isAdmin: Bool }

                func canRead(_ user: User) -> Bool {
                    guard user.isActive && user.isAdmin else { return false }
                    return true
                }
                """),
        RepairCase(
            "an early end of a game", "return isOver ? next : current", "return isOver ? current : next",
            source: """
                func turn(_ current: Int, _ next: Int, isOver: Bool) -> Int {
                    return isOver ? next : current
                }
                """),
        RepairCase(
            "the reset comes too soon",
            """
                    pending = []
                    sent += pending
            """,
            """
                    sent += pending
                    pending = []
            """,
            source: """
                struct Outbox {
                    var pending: [String] = []
                    var sent: [String] = []

                    mutating func flush() {
                        pending = []
                        sent += pending
                    }
                }
                """),
        RepairCase(
            "a statement too many in the loop",
            """
                    sum += value
                    result.append(sum)
                }
            """,
            """
                    sum += value
                }
                result.append(sum)
            """,
            source: """
                func summed(_ values: [Int]) -> [Int] {
                    var result: [Int] = []
                    var sum = 0
                    for value in values {
                        sum += value
                        result.append(sum)
                    }
                    return result
                }
                """),
    ]
}
