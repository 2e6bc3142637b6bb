import Hummingbird
import HTTPTypes

/// Who may give commands: a program on this machine that means to, never a page in somebody's browser.
enum CommandGuard {
    /// - Throws: `HTTPError` with 403 and the reason.
    static func check(_ request: Request, _ context: WatchRequestContext) throws {
        guard context.isLocal else { throw forbidden("commands are taken from this machine only") }
        // Behind a proxy on this machine every request would come from this machine.
        guard request.headers[.forwardedFor] == nil, request.headers[.forwarded] == nil else {
            throw forbidden("commands are not taken through a proxy")
        }
        guard request.headers[.origin] == nil, request.headers[.fetchSite] == nil else {
            throw forbidden("commands are not taken from a browser")
        }
        guard request.headers[.labWatch] == "1" else {
            throw forbidden("the header 'X-Lab-Watch: 1' is missing")
        }
    }

    private static func forbidden(_ message: String) -> HTTPError { HTTPError(.forbidden, message: message) }
}
