// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve/tokenfile.h"

#include <QCoreApplication>
#include <QFile>

namespace sightglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::TokenFile)
};

constexpr qint64 longestToken = 4096;

} // namespace

QByteArray readTokenFile(const QString &path, QString &problem)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        problem = Texts::tr("cannot read %1").arg(path);
        return {};
    }
    const QByteArray token = file.readLine(longestToken).trimmed();
    if (token.isEmpty())
        problem = Texts::tr("there is no token in %1").arg(path);
    return token;
}

} // namespace sightglass
