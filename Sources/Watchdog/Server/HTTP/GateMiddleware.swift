import Hummingbird
import HTTPTypes

/// Lets only requests in that were meant for this server, and sends no answer out without security headers.
struct GateMiddleware: RouterMiddleware {
    typealias Context = WatchRequestContext

    /// Host names that requests may be for; nil takes any.
    ///
    /// A page from elsewhere can make its own name point to 127.0.0.1 and then read what is served here (DNS rebinding);
    /// its requests carry that name.
    let hosts: Set<String>?
    /// The content security policy of every answer.
    let policy: String

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            if let hosts, !hosts.contains(Self.name(request.head.authority ?? "")) {
                throw HTTPError(.misdirectedRequest, message: "this is not the server of that name")
            }
            response = try await next(request, context)
        } catch let error as any HTTPResponseError {
            response = try error.response(from: request, context: context)
        }
        response.headers[.contentSecurityPolicy] = policy
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.frameOptions] = "DENY"
        response.headers[.referrerPolicy] = "no-referrer"
        response.headers[.resourcePolicy] = "same-origin"
        response.headers[.openerPolicy] = "same-origin"
        response.headers[.cacheControl] = "no-store"
        return response
    }

    /// The name in `name:port`, lower case, without brackets.
    static func name(_ authority: String) -> String {
        let authority = authority.lowercased()
        if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
            return String(authority[authority.index(after: authority.startIndex)..<end])
        }
        return String(authority.prefix { $0 != ":" })
    }
}
