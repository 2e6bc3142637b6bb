// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "RecurringReminder",
    targets: [
        .target(name: "RecurringReminder"),
        .testTarget(name: "RecurringReminderTests", dependencies: ["RecurringReminder"]),
    ]
)
