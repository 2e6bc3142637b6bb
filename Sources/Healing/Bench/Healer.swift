/// Who is measured.
package enum Healer: Sendable {
    /// The lab itself.
    case lab
    case command(HealerCommand)

    /// As the record names it.
    package var name: String {
        switch self {
        case .lab: "healing-lab"
        case .command(let command): command.text
        }
    }
}
