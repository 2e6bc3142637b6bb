import CGit2
import Incident

/// Starts libgit2 once and turns its error codes into errors.
enum Git {
    /// Touch before any other call. The same patient must give the same history everywhere, so the configuration of
    /// the machine is left out.
    static let isReady: Bool = {
        git_libgit2_init() >= 0 && lab_git_ignore_machine_configuration() >= 0
            && lab_git_accept_any_owner() >= 0
    }()

    static func check(_ code: Int32, _ action: @autoclosure () -> String) throws {
        if code >= 0 { return }
        let detail = git_error_last().map { String(cString: $0.pointee.message) } ?? "error \(code)"
        throw LabError(.software, "Git could not \(action()): \(detail).")
    }

    static func oid(_ id: String) throws -> git_oid {
        var oid = git_oid()
        guard id.utf8.count == 40, git_oid_fromstr(&oid, id) == 0 else {
            throw LabError(.badInput, "'\(id)' is not the id of a commit.")
        }
        return oid
    }

    static func text(_ oid: git_oid) -> String {
        withUnsafePointer(to: oid) { String(cString: git_oid_tostr_s($0)) }
    }
}
