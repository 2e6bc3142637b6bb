import Watchdog
import Yams

/// One value of the file, with its name for messages. Readings that fail report why, and are nil.
struct Value {
    let key: String
    let node: Node
    let keyPlace: Place
    let problems: Problems

    var place: Place { Place(node) }

    func refuse(_ message: String) { problems.add(message, at: place) }

    private var shown: String {
        switch node {
        case .scalar(let scalar):
            let line = scalar.string.split(separator: "\n", omittingEmptySubsequences: false).first ?? ""
            return line.count > 40 ? "'\(line.prefix(40))…'" : "'\(line)'"
        case .mapping: return "a mapping"
        case .sequence: return "a list"
        case .alias: return "an alias"
        }
    }

    private func refuse(mustBe what: String) { refuse("'\(key)' must be \(what), not \(shown)") }

    // MARK: - Scalars

    private enum Kind {
        case plain
        case quoted
    }

    /// Text as written: `off`, `02:00` and `007` are what they look like, whatever YAML makes of them.
    private func scalar(_ what: String) -> (text: String, kind: Kind)? {
        guard case .scalar(let scalar) = node else {
            refuse(mustBe: what)
            return nil
        }
        let isPlain = scalar.style == .plain || scalar.style == .any
        if isPlain, ["", "~", "null", "Null", "NULL"].contains(scalar.string) {
            // An absent value has its mark where the next token is, which may be lines below.
            problems.add("'\(key)' has no value", at: scalar.string.isEmpty ? keyPlace : place)
            return nil
        }
        return (scalar.string, isPlain ? .plain : .quoted)
    }

    func text(_ what: String = "text") -> String? {
        guard let text = scalar(what)?.text else { return nil }
        guard !text.isEmpty else {
            refuse("'\(key)' must not be empty")
            return nil
        }
        return text
    }

    func whole(_ range: ClosedRange<Int>) -> Int? {
        let what = "a whole number"
        guard let (text, kind) = scalar(what) else { return nil }
        guard kind == .plain, text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2D }),
            let number = Int(text)
        else {
            refuse(mustBe: what)
            return nil
        }
        guard range.contains(number) else {
            refuse(
                mustBe: Self.bounds(
                    "\(range.lowerBound)", range.upperBound == .max ? nil : "\(range.upperBound)"))
            return nil
        }
        return number
    }

    func number(_ range: ClosedRange<Double>) -> Double? {
        let what = "a number"
        guard let (text, kind) = scalar(what) else { return nil }
        guard kind == .plain, let number = Double(text), number.isFinite else {
            refuse(mustBe: what)
            return nil
        }
        guard range.contains(number) else {
            let upper = range.upperBound == .greatestFiniteMagnitude ? nil : "\(range.upperBound)"
            refuse(mustBe: Self.bounds("\(range.lowerBound)", upper))
            return nil
        }
        return number
    }

    func duration(atLeast least: Duration, atMost most: Duration = DurationText.longest) -> Duration? {
        let what = "a duration such as 500ms, 10s, 2m or 1h"
        guard let (text, _) = scalar(what) else { return nil }
        guard let duration = DurationText.parse(text) else {
            refuse(mustBe: what)
            return nil
        }
        guard duration >= least, duration <= most else {
            refuse(mustBe: Self.bounds(DurationText.of(least), duration > most ? DurationText.of(most) : nil))
            return nil
        }
        return duration
    }

    func choice<Choice: CaseIterable & RawRepresentable>(_ type: Choice.Type) -> Choice?
    where Choice.RawValue == String {
        let names = Choice.allCases.map(\.rawValue)
        return choice(names).flatMap(Choice.init(rawValue:))
    }

    func choice(_ names: [String]) -> String? {
        let what = "one of \(names.joined(separator: ", "))"
        guard let text = scalar(what)?.text else { return nil }
        guard names.contains(text) else {
            let near = Spelling.nearest(to: text, in: names).map { ", did you mean '\($0)'?" } ?? ""
            refuse("'\(key)' must be \(what), not \(shown)\(near)")
            return nil
        }
        return text
    }

    private static func bounds(_ least: String, _ most: String?) -> String {
        most.map { "from \(least) to \($0)" } ?? "at least \(least)"
    }

    // MARK: - Collections

    /// - Parameter example: what an element looks like, for the message.
    func list(_ example: String) -> [Value]? {
        guard case .sequence(let sequence) = node else {
            if isAbsent {
                problems.add("'\(key)' has no value", at: keyPlace)
            } else {
                refuse(mustBe: "a list such as \(example)")
            }
            return nil
        }
        return sequence.map { Value(key: key, node: $0, keyPlace: Place($0), problems: problems) }
    }

    /// Non-empty words.
    func words(_ example: String) -> [String]? {
        guard let list = list(example) else { return nil }
        guard !list.isEmpty else {
            refuse("'\(key)' must not be empty")
            return nil
        }
        let words = list.compactMap { $0.text() }
        return words.count == list.count ? words : nil
    }

    func fields(_ section: Section, advice: [String: String] = [:]) -> Fields? {
        mapping().map { Fields($0, at: place, section: section, problems: problems, advice: advice) }
    }

    /// A mapping whose keys are names that people choose.
    func named() -> Fields? { mapping().map { Fields(named: $0, at: place, problems: problems) } }

    private func mapping() -> Node.Mapping? {
        guard case .mapping(let mapping) = node else {
            if isAbsent {
                problems.add("'\(key)' has no value", at: keyPlace)
            } else {
                refuse(mustBe: "a mapping")
            }
            return nil
        }
        return mapping
    }

    /// One word, such as `off`, where a mapping may stand too.
    func isWord(_ word: String) -> Bool {
        if case .scalar(let scalar) = node { return scalar.string == word }
        return false
    }

    var isScalar: Bool {
        if case .scalar = node { return !isAbsent }
        return false
    }

    private var isAbsent: Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any else {
            return false
        }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }
}
