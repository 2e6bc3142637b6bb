/// How far the children of a fork server are kept from the machine.
enum IsolationCheck {
    static func check(_ facts: MachineFacts) -> Check {
        switch facts.isolation {
        case .full:
            return .ok(
                .isolation, "tests of a search get file systems, processes and a network of their own")
        case .partial(let reason):
            return .warning(
                .isolation, "partial: \(reason)",
                meaning: "tests that the repair search and `lab mutate` run can reach more than they should",
                advice:
                    "allow user namespaces (sysctl user.max_user_namespaces, kernel.unprivileged_userns_clone; "
                    + "in a container --security-opt seccomp=unconfined), or run them on a machine that may be lost"
            )
        case .noLibrary:
            return .warning(
                .isolation, "libForkServer.so is not beside lab",
                meaning: "there is no repair search and no mutation testing; fixers work",
                advice: "build the lab again, or install it with `make install`")
        case .notLinux:
            return .warning(
                .isolation, "this is not Linux", meaning: "there is no repair search and no mutation testing",
                advice: "use Linux for those")
        }
    }
}
