/// Formats phone numbers for display.
struct PhoneFormatter {
    let countryCode: String

    /// Keeps the digits and groups them as `(030) 123 456`. Numbers of fewer than seven digits stay ungrouped.
    func format(_ raw: String) -> String {
        let digits = raw.filter(\.isNumber)
        let area = digits.prefix(3)
        let rest = Array(digits.dropFirst(3))
        let middle = String(rest[0..<3])
        let last = String(rest[3...])
        return "(\(area)) \(middle) \(last)"
    }

    /// The international form, without the leading zero.
    func international(_ raw: String) -> String {
        let digits = raw.filter(\.isNumber)
        return "+\(countryCode)" + (digits.hasPrefix("0") ? digits.dropFirst() : Substring(digits))
    }
}
