enum DirectoryError: Error, Equatable {
    case nameTaken(String)
    case invalidName(String)
    case unknownAccount(String)
}

/// Accounts by user name. Names differ only if they differ without regard to case.
struct AccountDirectory {
    struct Account: Equatable {
        let displayName: String
        var aliases: [String] = []
    }

    private var accounts: [String: Account] = [:]

    /// The form in which names are compared.
    static func canonical(_ name: String) -> String {
        name.lowercased()
    }

    mutating func register(_ name: String) throws {
        guard name.count >= 3, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) else {
            throw DirectoryError.invalidName(name)
        }
        let key = Self.canonical(name)
        guard accounts[key] == nil else { throw DirectoryError.nameTaken(name) }
        accounts[key] = Account(displayName: name)
    }

    func account(named name: String) -> Account? {
        accounts[name]
    }

    /// Adds another name under which an account is shown. The account must exist.
    mutating func addAlias(_ alias: String, to name: String) throws {
        let key = Self.canonical(name)
        guard accounts[key] != nil else { throw DirectoryError.unknownAccount(name) }
        accounts[key]?.aliases.append(alias)
    }

    var displayNames: [String] { accounts.values.map(\.displayName).sorted() }
}
