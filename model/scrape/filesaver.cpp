// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/filesaver.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace sightglass {

QString replaceFile(const QString &path, const QByteArray &bytes, FileReaders readers)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    if (readers == FileReaders::User)
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (file.write(bytes) != bytes.size() || !file.commit())
        return file.errorString();
    return {};
}

QString saveFile(const QString &path, const QByteArray &bytes, FileReaders readers)
{
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return QStringLiteral("cannot write %1: its folder cannot be made").arg(path);
    const QString problem = replaceFile(path, bytes, readers);
    return problem.isEmpty() ? QString() : QStringLiteral("cannot write %1: %2").arg(path, problem);
}

} // namespace sightglass
