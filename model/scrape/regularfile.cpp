// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/regularfile.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace sightglass {

Error unreadable(const QString &what, const QString &reason)
{
    return {ErrorCode::FileUnreadable, {what.toStdString(), reason.toStdString()}, {}, {}};
}

Result<std::string> readRegularFile(const QString &path, std::size_t most, std::string buffer)
{
    constexpr std::size_t pieceBytes = std::size_t{64} << 10U;
    if (const QFileInfo info(path); info.exists() && !info.isFile())
        return unreadable(path, QStringLiteral("it is not a regular file"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return unreadable(path, file.errorString());
    buffer.clear();
    while (buffer.size() < most) {
        const std::size_t wanted = std::min(pieceBytes, most - buffer.size());
        const QByteArray piece = file.read(static_cast<qint64>(wanted));
        if (piece.isEmpty())
            break;
        buffer.append(piece.constData(), static_cast<std::size_t>(piece.size()));
    }
    if (file.error() != QFileDevice::NoError)
        return unreadable(path, file.errorString());
    return buffer;
}

} // namespace sightglass
