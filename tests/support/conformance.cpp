// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/conformance.h"

#include <QDir>
#include <QFile>

namespace sightglass::test {

QString conformancePath(const QString &relative)
{
    const QString beside = QStringLiteral(SIGHTGLASS_SOURCE_DIR "/../shared/conformance");
    const QString root = qEnvironmentVariable("SIGHTGLASS_CONFORMANCE", beside);
    const QString path = QDir::cleanPath(root + QLatin1Char('/') + relative);
    return QFile::exists(path) ? path : QString();
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace sightglass::test
