// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/approvalfiles.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"
#include "model/scrape/targetaddress.h"

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

struct FileContent
{
    QByteArray bytes;
    QString problem; ///< empty: none, also where there is no file
};

FileContent contentOf(const QString &name)
{
    QFile file(name);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly))
        return {{}, Texts::tr("Approved findings: %1: %2").arg(name, file.errorString())};
    const QByteArray bytes = file.read(longestFile + 1);
    if (bytes.size() > longestFile)
        return {{}, Texts::tr("Approved findings: %1: the file is too large").arg(name)};
    if (file.error() != QFileDevice::NoError)
        return {{}, Texts::tr("Approved findings: %1: %2").arg(name, file.errorString())};
    return {bytes, {}};
}

ApprovalFiles::Kept findingsIn(const FileContent &content, const QString &name)
{
    if (!content.problem.isEmpty())
        return {{}, content.problem};
    auto findings = ApprovedFindings::fromText(
        {content.bytes.constData(), static_cast<std::size_t>(content.bytes.size())});
    if (findings)
        return {std::move(*findings), {}};
    return {{}, Texts::tr("Approved findings: %1:%2").arg(name, errorText(findings.error()))};
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
    // Queries and commands tell endpoints apart, and may hold secrets.
    const QString whole = address.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment).toString();
    const QByteArray hash = QCryptographicHash::hash(whole.toUtf8(), QCryptographicHash::Sha256).toHex();
    const QString text = publicAddress(address);
    const qsizetype scheme = text.indexOf(QLatin1String("://"));
    QString name = text.mid(scheme < 0 ? 0 : scheme + 3).left(longestName);
    for (QChar &c : name) {
        const bool plain = c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'.' || c == u'-');
        c = plain ? c : QChar(u'_');
    }
    return QDir(m_folder).filePath(QStringLiteral("%1-%2.txt").arg(name, QString::fromLatin1(hash.left(8))));
}

ApprovalFiles::Kept ApprovalFiles::read(const QUrl &address) const
{
    const QString name = fileFor(address);
    return findingsIn(contentOf(name), name);
}

ApprovalFiles::Kept ApprovalFiles::change(const QUrl &address, const FindingKey &key, bool approved) const
{
    const QString name = fileFor(address);
    const FileContent before = contentOf(name);
    Kept kept = findingsIn(before, name);
    if (!kept.problem.isEmpty())
        return kept;
    ApprovedFindings changed = kept.findings;
    if (approved)
        changed.approve(key);
    else
        changed.withdraw(key);
    std::string text = leadingComment(before.bytes);
    if (text.empty())
        text = "# Findings of " + displayText(publicAddress(address)).toStdString() +
               " that are to stay: rule, metric, label. For sightglass lint --approved too.\n";
    text += changed.toText();
    QDir().mkpath(m_folder); // where that fails, opening says why
    QSaveFile file(name);
    const bool written =
        file.open(QIODevice::WriteOnly) &&
        file.write(text.data(), static_cast<qint64>(text.size())) == static_cast<qint64>(text.size()) &&
        file.commit();
    if (written)
        kept.findings = std::move(changed);
    else
        kept.problem = Texts::tr("Approved findings: %1: %2").arg(name, file.errorString());
    return kept;
}

} // namespace sightglass
