// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/targetaddress.h"

#include "model/scrape/commandwords.h"
#include "model/scrape/maskedaddress.h"
#include "model/scrape/maskedcommand.h"

#include <QDir>
#include <QFileInfo>

namespace sightglass {

namespace {

const QLatin1String unixScheme("unix");
const QLatin1String commandScheme("exec");
const QLatin1String fileScheme("file");
const QLatin1String metricsPath("/metrics");

/// Everything behind the scheme of a URL that has no host, as it was typed.
QString opaquePart(const QUrl &url)
{
    return url.path(QUrl::FullyDecoded);
}

QUrl opaqueUrl(QLatin1String scheme, const QString &part)
{
    QUrl url;
    url.setScheme(scheme);
    url.setPath(part, QUrl::DecodedMode);
    return url;
}

bool isHttp(const QUrl &url)
{
    return url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
}

/// What is behind "scheme:" in an input, or nothing.
std::optional<QString> after(QLatin1String scheme, const QString &input)
{
    if (!input.startsWith(scheme + QLatin1Char(':'), Qt::CaseInsensitive))
        return std::nullopt;
    return input.mid(scheme.size() + 1).trimmed();
}

/// From where the program was started, or from home where it begins with ~/.
QString absolutePath(const QString &path)
{
    const QString typed = path.startsWith(QLatin1String("~/")) ? QDir::homePath() + path.mid(1) : path;
    return QDir::cleanPath(QFileInfo(typed).absoluteFilePath());
}

QUrl unixUrl(QString part)
{
    // unix:///run/x.sock is how others write it.
    if (part.startsWith(QLatin1String("///")))
        part.remove(0, 2);
    if (!part.contains(QLatin1String(":/")))
        part += QLatin1Char(':') + metricsPath;
    const QString socket = part.left(part.indexOf(QLatin1String(":/")));
    if (!socket.isEmpty() && !socket.startsWith(QLatin1Char('/')))
        part.replace(0, socket.size(), absolutePath(socket));
    return opaqueUrl(unixScheme, part);
}

/// file:///path, or file:path from where the program was started.
QUrl fileUrl(const QString &text)
{
    const QUrl url(text, QUrl::TolerantMode);
    const QString path = url.path(QUrl::FullyDecoded);
    if (!url.host().isEmpty() || path.isEmpty() || path.startsWith(QLatin1Char('/')))
        return url;
    return QUrl::fromLocalFile(absolutePath(path));
}

QUrl httpUrl(QString text)
{
    if (!text.contains(QLatin1String("://")))
        text.prepend(QLatin1String("http://"));
    QUrl url(text, QUrl::TolerantMode);
    if (!url.isValid() || !isHttp(url))
        return {};
    url.setFragment(QString());
    if (url.path().isEmpty())
        url.setPath(metricsPath);
    return url;
}

/// A path that says by its beginning that it is one, or that leads to a file from where the program was
/// started: nobody types it and means a host. Nothing for others.
std::optional<QUrl> relativeFile(const QString &text)
{
    // ":/" is where the program's own resources are.
    if (text.contains(QLatin1String("://")) || text.startsWith(QLatin1Char(':')))
        return std::nullopt;
    const bool isPath = text.startsWith(QLatin1String("./")) || text.startsWith(QLatin1String("../"));
    if (!isPath && !text.startsWith(QLatin1String("~/")) && !QFileInfo(text).isFile())
        return std::nullopt;
    return QUrl::fromLocalFile(absolutePath(text));
}

QUrl urlOf(const QString &text)
{
    if (const auto socket = after(unixScheme, text))
        return unixUrl(*socket);
    if (const auto command = after(commandScheme, text))
        return opaqueUrl(commandScheme, *command);
    if (after(fileScheme, text))
        return fileUrl(text);
    if (text.startsWith(QLatin1Char('/')))
        return QUrl::fromLocalFile(text);
    return relativeFile(text).value_or(httpUrl(text));
}

} // namespace

std::optional<TargetKind> targetKind(const QUrl &url)
{
    if (!url.isValid())
        return std::nullopt;
    if (isHttp(url))
        return url.host().isEmpty() ? std::nullopt : std::optional(TargetKind::Http);
    if (url.scheme() == unixScheme)
        return opaquePart(url).startsWith(QLatin1Char('/')) ? std::optional(TargetKind::UnixSocket)
                                                            : std::nullopt;
    if (url.scheme() == fileScheme)
        return url.host().isEmpty() && url.path().size() > 1 ? std::optional(TargetKind::File) : std::nullopt;
    if (url.scheme() == commandScheme)
        return commandLine(url).isEmpty() ? std::nullopt : std::optional(TargetKind::Command);
    return std::nullopt;
}

UnixSocketAddress unixSocketAddress(const QUrl &url)
{
    const QString part = opaquePart(url);
    const qsizetype colon = part.indexOf(QLatin1String(":/"));
    const QString request = colon < 0 ? QString(metricsPath) : part.mid(colon + 1);
    return {part.left(colon), QUrl(QLatin1String("http://localhost") + request, QUrl::TolerantMode)};
}

QStringList commandLine(const QUrl &url)
{
    return commandWords(opaquePart(url));
}

QString targetAddress(const QUrl &url)
{
    if (url.scheme() == unixScheme)
        return unixSocketAddress(url).socket;
    if (url.scheme() == commandScheme)
        return maskedCommand(opaquePart(url)).text;
    if (!isHttp(url))
        return opaquePart(url);
    QString host = url.host();
    if (host.contains(QLatin1Char(':')))
        host = QLatin1Char('[') + host + QLatin1Char(']');
    if (url.port() >= 0)
        host += QLatin1Char(':') + QString::number(url.port());
    return host;
}

QString targetName(const QUrl &url)
{
    if (isHttp(url))
        return targetAddress(url);
    const QStringList command = url.scheme() == commandScheme ? commandLine(url) : QStringList();
    return QFileInfo(command.isEmpty() ? targetAddress(url) : command.first()).fileName();
}

QString displayUrl(const QUrl &url)
{
    if (url.scheme() == commandScheme)
        return commandScheme + QLatin1Char(':') + maskedCommand(opaquePart(url)).text;
    QString text;
    if (!url.userName().isEmpty() && url.password().isNull()) {
        QUrl masked = url;
        masked.setUserName(QStringLiteral("***"));
        text = editableUrl(masked);
    } else {
        text = editableUrl(url);
    }
    const qsizetype query = text.indexOf(QLatin1Char('?'));
    return query < 0 || url.scheme() == fileScheme ? text
                                                   : text.left(query + 1) + maskedQuery(text.mid(query + 1));
}

QString editableUrl(const QUrl &url)
{
    if (url.scheme() == unixScheme || url.scheme() == commandScheme)
        return url.scheme() + QLatin1Char(':') + opaquePart(url);
    return url.toDisplayString(QUrl::PrettyDecoded);
}

QString publicAddress(const QUrl &url)
{
    if (url.scheme() == commandScheme) {
        // What is no list of words has no program to name.
        return commandLine(url).isEmpty() ? QString(commandScheme) : targetName(url);
    }
    if (url.scheme() == unixScheme) {
        const UnixSocketAddress address = unixSocketAddress(url);
        return unixScheme + QLatin1Char(':') + address.socket + QLatin1Char(':') + address.request.path();
    }
    return url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment).toString();
}

QUrl targetUrlFromInput(const QString &input)
{
    QUrl url = urlOf(input.trimmed());
    return targetKind(url) ? url : QUrl();
}

} // namespace sightglass
