import HTTPTypes

extension HTTPField.Name {
    static let frameOptions = named("X-Frame-Options")
    static let referrerPolicy = named("Referrer-Policy")
    static let resourcePolicy = named("Cross-Origin-Resource-Policy")
    static let openerPolicy = named("Cross-Origin-Opener-Policy")
    static let forwarded = named("Forwarded")
    static let forwardedFor = named("X-Forwarded-For")
    static let labWatch = named("X-Lab-Watch")
    static let lastEventID = named("Last-Event-ID")
    static let fetchSite = named("Sec-Fetch-Site")

    private static func named(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("'\(name)' is no header's name") }
        return name
    }
}
