import Testing

@testable import AccountDirectory

@Suite struct AccountDirectoryValidation {
    @Test(arguments: ["Émile", "émile", "ÉMILE"]) func finds_in_every_case(name: String) throws {
        var directory = AccountDirectory()
        try directory.register("Émile")
        #expect(directory.account(named: name)?.displayName == "Émile")
    }

    @Test func aliases_are_seen_in_every_case() throws {
        var directory = AccountDirectory()
        try directory.register("XyZ")
        try directory.addAlias("one", to: "xyz")
        try directory.addAlias("two", to: "XYZ")
        #expect(directory.account(named: "xYz")?.aliases == ["one", "two"])
        #expect(directory.account(named: "XyZ")?.aliases == ["one", "two"])
        #expect(directory.displayNames == ["XyZ"])
    }

    @Test func unknown_accounts() {
        var directory = AccountDirectory()
        #expect(directory.account(named: "nobody") == nil)
        #expect(directory.account(named: "") == nil)
        #expect(throws: DirectoryError.unknownAccount("Nobody")) { try directory.addAlias("x", to: "Nobody") }
    }

    @Test func display_names_keep_their_case() throws {
        var directory = AccountDirectory()
        for name in ["beta", "Alpha", "GAMMA"] { try directory.register(name) }
        #expect(directory.displayNames == ["Alpha", "GAMMA", "beta"])
        #expect(directory.account(named: "gamma")?.displayName == "GAMMA")
        #expect(throws: DirectoryError.nameTaken("BETA")) { try directory.register("BETA") }
    }
}
