/// Who hears of incidents.
package enum Notifier: Sendable, Equatable {
    case webhook(Webhook)
    case command(Command)
    case pagerDuty(PagerDuty)

    package static let standardTimeout: Duration = .seconds(5)

    /// Gets each incident as the body of a POST.
    package struct Webhook: Sendable, Equatable {
        package var address: Address
        /// Key of the signature over the body; nil sends none.
        package var secret: SecretSource?
        package var timeout = Notifier.standardTimeout

        package enum Address: Sendable, Equatable {
            case url(String)
            /// Of addresses that let everyone in who knows them.
            case secret(SecretSource)
        }

        package init(address: Address) { self.address = address }
    }

    /// Run with the incident on its standard input.
    package struct Command: Sendable, Equatable {
        package var words: [String]
        package var timeout = Notifier.standardTimeout

        package init(words: [String]) { self.words = words }
    }

    /// PagerDuty's Events API v2.
    package struct PagerDuty: Sendable, Equatable {
        package static let standardURL = "https://events.pagerduty.com/v2/enqueue"

        package var routingKey: SecretSource
        package var url = PagerDuty.standardURL
        package var timeout = Notifier.standardTimeout

        package init(routingKey: SecretSource) { self.routingKey = routingKey }
    }
}
