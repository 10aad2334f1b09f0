// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/approvalfiles.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <utility>

namespace sightglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::ApprovalFiles)
};

constexpr qint64 longestFile = qint64{16} << 20;

/// What names the endpoint, and no secret.
QString publicAddress(const QUrl &address)
{
    return address.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment).toString();
}

std::string leadingComment(const QByteArray &bytes)
{
    std::string comment;
    for (const QByteArray &line : bytes.split('\n')) {
        if (!line.startsWith('#'))
            break;
        comment += line.toStdString() + '\n';
    }
    return comment;
}

} // namespace

ApprovalFiles::ApprovalFiles(QString folder)
    : m_folder(std::move(folder))
{}

QString ApprovalFiles::fileFor(const QUrl &address) const
{
    constexpr qsizetype longestName = 80;
    const QString text = publicAddress(address);
    const QByteArray hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex();
    QString name = text.mid(text.indexOf(QLatin1String("://")) + 3).left(longestName);
    for (QChar &c : name) {
        const bool plain = c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'.' || c == u'-');
        c = plain ? c : QChar(u'_');
    }
    return QDir(m_folder).filePath(QStringLiteral("%1-%2.txt").arg(name, QString::fromLatin1(hash.left(8))));
}

ApprovalFiles::Kept ApprovalFiles::read(const QUrl &address) const
{
    QFile file(fileFor(address));
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly))
        return {{}, Texts::tr("Approved findings: %1: %2").arg(file.fileName(), file.errorString())};
    const QByteArray bytes = file.read(longestFile);
    auto findings = ApprovedFindings::fromText({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (findings)
        return {std::move(*findings), {}};
    return {{}, Texts::tr("Approved findings: %1:%2").arg(file.fileName(), errorText(findings.error()))};
}

ApprovalFiles::Kept ApprovalFiles::change(const QUrl &address, const FindingKey &key, bool approved) const
{
    Kept kept = read(address);
    if (!kept.problem.isEmpty())
        return kept;
    if (approved)
        kept.findings.approve(key);
    else
        kept.findings.withdraw(key);
    QFile before(fileFor(address));
    std::string text =
        before.open(QIODevice::ReadOnly) ? leadingComment(before.read(longestFile)) : std::string();
    if (text.empty())
        text = "# Findings of " + displayText(publicAddress(address)).toStdString() +
               " that are to stay: rule, metric, label. For sightglass lint --approved too.\n";
    before.close();
    text += kept.findings.toText();
    QSaveFile file(before.fileName());
    const bool written =
        QDir().mkpath(m_folder) && file.open(QIODevice::WriteOnly) &&
        file.write(text.data(), static_cast<qint64>(text.size())) == static_cast<qint64>(text.size()) &&
        file.commit();
    if (!written)
        kept.problem = Texts::tr("Approved findings: %1: %2").arg(before.fileName(), file.errorString());
    return kept;
}

} // namespace sightglass
