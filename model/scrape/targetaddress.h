// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

#include <cstdint>
#include <optional>

namespace sightglass {

/// How a target's pages are had.
enum class TargetKind : std::uint8_t
{
    Http,       ///< http://host:port/path, https://…
    UnixSocket, ///< unix:/run/x.sock:/metrics, HTTP over a socket of this machine
    File,       ///< file:///path: what the file holds
    Command     ///< exec:program argument…: what the program prints
};

/// Nothing where the URL leads nowhere: another scheme, no host, a path that is not absolute, no command.
[[nodiscard]] std::optional<TargetKind> targetKind(const QUrl &url);

/// Of a UnixSocket target.
struct UnixSocketAddress
{
    QString socket; ///< absolute path
    QUrl request;   ///< what is asked over it: http://localhost/…
};
[[nodiscard]] UnixSocketAddress unixSocketAddress(const QUrl &url);

/// Of a Command target: the program and its arguments, split as a shell splits words (see commandWords()); no
/// shell is asked. Empty where a quote is not closed.
[[nodiscard]] QStringList commandLine(const QUrl &url);

/// What becomes the instance label: host:port (no default port is added), else the path or maskedCommand().
[[nodiscard]] QString targetAddress(const QUrl &url);

/// A short name, for the job label: host:port, else the last part of the path or the program's name.
[[nodiscard]] QString targetName(const QUrl &url);

/// The URL as it may be shown: without password, and with "***" for what is likely a secret: a user without
/// password, which may be a token, and values in the query or the command (see isSecretParameter()).
[[nodiscard]] QString displayUrl(const QUrl &url);

/// The URL as its author may go on typing it: without password.
[[nodiscard]] QString editableUrl(const QUrl &url);

/// What names the endpoint to anybody, for what is copied and kept in files: without user, query and
/// fragment, and of a command its name alone (see targetName()), for all of them may hold secrets.
[[nodiscard]] QString publicAddress(const QUrl &url);

/// Completes what a user types: "localhost:9100" -> http://localhost:9100/metrics, "host" ->
/// http://host/metrics, "/path" -> file:///path, "unix:/run/x.sock" -> unix:/run/x.sock:/metrics; a URL with
/// a path stays. What begins with ./, ../ or ~/ is a path, as is what leads to a file that exists, even where
/// it could be a host: who means that says http://. Paths that are not absolute, also behind file: and unix:,
/// lead from where the program was started. Invalid where that leads nowhere (see targetKind()).
[[nodiscard]] QUrl targetUrlFromInput(const QString &input);

} // namespace sightglass
