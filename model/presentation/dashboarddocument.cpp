// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/dashboarddocument.h"

#include "model/editing/dashboardediting.h"
#include "model/editing/ownform.h"
#include "model/grafana/dashboardfile.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/edittext.h"
#include "model/presentation/errortext.h"
#include "parser/grafana/dashboardmigration.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <utility>

namespace sightglass {

namespace {

constexpr qint64 largestFile = static_cast<qint64>(DashboardLimits().bytes);
constexpr qsizetype longestPath = 300;

std::string_view viewOf(const QByteArray &text)
{
    return {text.constData(), static_cast<std::size_t>(text.size())};
}

QString pathIn(const QString &folder, const std::string &id)
{
    return QDir(folder).filePath(QString::fromStdString(id) + QStringLiteral(".json"));
}

} // namespace

DashboardDocument::DashboardDocument(DashboardSpec spec, QString path, QByteArray text, QObject *parent)
    : QObject(parent)
    , m_history(std::move(spec))
    , m_path(std::move(path))
    , m_text(std::move(text))
{}

DashboardDocument::~DashboardDocument() = default;

std::unique_ptr<DashboardDocument>
DashboardDocument::copyOf(const DashboardSpec &dashboard, const QString &folder,
                          const std::function<bool(const std::string &)> &taken)
{
    const auto isTaken = [&folder, &taken](const std::string &id) {
        return QFile::exists(pathIn(folder, id)) || (taken && taken(id));
    };
    DashboardSpec copy = ownCopy(dashboard, isTaken);
    const QString path = pathIn(folder, copy.id);
    auto document = std::make_unique<DashboardDocument>(std::move(copy), path, QByteArray());
    document->m_text.reset();
    return document;
}

// ---- steps

void DashboardDocument::apply(DashboardEdit edit)
{
    const bool changes = !(edit.spec == spec());
    m_history.apply(std::move(edit));
    if (!changes)
        return;
    emit changed();
    emit stateChanged();
}

QString DashboardDocument::undoText() const
{
    return canUndo() ? editText(m_history.undoName()) : QString();
}

QString DashboardDocument::redoText() const
{
    return canRedo() ? editText(m_history.redoName()) : QString();
}

void DashboardDocument::undo()
{
    if (!canUndo())
        return;
    m_history.undo();
    emit changed();
    emit stateChanged();
}

void DashboardDocument::redo()
{
    if (!canRedo())
        return;
    m_history.redo();
    emit changed();
    emit stateChanged();
}

void DashboardDocument::revert()
{
    m_history.endGesture();
    apply({m_history.saved(), {EditKind::ChangeSettings, {}}, {}, {}});
}

// ---- the file

std::optional<QByteArray> DashboardDocument::fileContent(const QString &path) const
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.read(largestFile + 1);
}

DashboardDocument::SaveResult DashboardDocument::save()
{
    const std::optional<QByteArray> onDisk = fileContent(m_path);
    // A file that is gone is written again; there is nothing to lose.
    if (onDisk && onDisk != m_text) {
        m_theirs = onDisk;
        m_conflict = true;
        emit stateChanged();
        emit conflictFound();
        return {Saving::Conflict, {}};
    }
    return write(m_path);
}

DashboardDocument::SaveResult DashboardDocument::saveAs(const QString &path)
{
    const bool another = QFileInfo(path).absoluteFilePath() != QFileInfo(m_path).absoluteFilePath();
    if (!another)
        return write(path);
    const DashboardHistory before = m_history;
    const std::string id = dashboardSlug(QFileInfo(path).completeBaseName().toStdString());
    if (id != spec().id) {
        m_history.endGesture();
        m_history.apply(settingsChanged(spec(), [&id](DashboardSpec &dashboard) {
            dashboard.id = id;
            dashboard.uid = id;
        }));
    }
    const SaveResult result = write(path);
    if (result.saving != Saving::Saved)
        m_history = before;
    else
        emit changed();
    return result;
}

DashboardDocument::SaveResult DashboardDocument::write(const QString &path)
{
    const QByteArray text = QByteArray::fromStdString(writeDashboard(spec()));
    const auto failed = [&path](const QString &why) {
        return SaveResult{Saving::Failed,
                          tr("%1 could not be written: %2").arg(displayText(path, longestPath), why)};
    };
    // What cannot be read again must not take the place of what can.
    if (const auto again = readForEditing(viewOf(text)); !again)
        return failed(errorText(again.error()));
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return failed(tr("its folder could not be made"));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return failed(displayText(file.errorString(), longestPath));
    m_path = path;
    m_text = text;
    m_theirs.reset();
    m_theirOrigin.reset();
    m_conflict = false;
    m_history.endGesture();
    m_history.markSaved();
    emit stateChanged();
    return {Saving::Saved, {}};
}

void DashboardDocument::diskChanged(const std::optional<QByteArray> &text)
{
    if (text == m_text || (m_theirs && text == m_theirs))
        return;
    if (!text) {
        // It is gone: what is here is all there is.
        m_text.reset();
        m_theirs.reset();
        m_conflict = false;
        emit stateChanged();
        return;
    }
    if (!isDirty())
        return takeFromDisk(*text);
    m_theirs = text;
    m_conflict = true;
    emit stateChanged();
    emit conflictFound();
}

void DashboardDocument::takeFromDisk(const QByteArray &text)
{
    auto read = readForEditing(viewOf(text));
    if (!read) {
        m_theirs = text;
        emit told(tr("%1 was changed, but cannot be read: %2")
                      .arg(displayText(m_path, longestPath), errorText(read.error())));
        return;
    }
    m_text = text;
    m_theirs.reset();
    m_conflict = false;
    m_history.endGesture();
    if (read->gone)
        emit told(
            tr("%1 has something that is not known here and will be gone when it is saved: %2")
                .arg(displayText(m_path, longestPath), displayText(std::string_view(read->gone->pointer))));
    m_history.apply({std::move(read->spec), {EditKind::TakeFromDisk, {}}, {}, {}});
    m_history.endGesture();
    m_history.markSaved();
    emit changed();
    emit stateChanged();
}

void DashboardDocument::originChanged(const DashboardSpec &dashboard)
{
    if (hasFile())
        return;
    if (!isDirty())
        return takeOrigin(dashboard);
    m_theirOrigin = dashboard;
    m_conflict = true;
    emit stateChanged();
    emit conflictFound();
}

void DashboardDocument::takeOrigin(DashboardSpec dashboard)
{
    m_theirOrigin.reset();
    m_conflict = false;
    DashboardSpec copy = ownCopy(std::move(dashboard), [](const std::string &) { return false; });
    copy.id = spec().id;
    copy.uid = spec().uid;
    m_history.endGesture();
    m_history.apply({std::move(copy), {EditKind::TakeFromDisk, {}}, {}, {}});
    m_history.endGesture();
    m_history.markSaved();
    emit changed();
    emit stateChanged();
}

void DashboardDocument::resolve(Resolution resolution)
{
    if (m_theirOrigin) {
        if (resolution == Resolution::TakeTheirs)
            return takeOrigin(*std::exchange(m_theirOrigin, std::nullopt));
        m_theirOrigin.reset();
        m_conflict = false;
        emit stateChanged();
        return;
    }
    if (!m_theirs)
        return;
    if (resolution == Resolution::TakeTheirs)
        return takeFromDisk(*m_theirs);
    m_text = std::exchange(m_theirs, std::nullopt);
    m_conflict = false;
    emit stateChanged();
}

} // namespace sightglass
