// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/editing/dashboardhistory.h"
#include "parser/base/result.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace sightglass {

/// A dashboard of the user's that is edited: what it is now, the steps that led there, its file, and whether
/// the two say the same. What came with the program or from elsewhere is edited as a copy (copyOf()), so a
/// document's file is always in this program's own form. GUI thread; a file is a few kilobytes.
class DashboardDocument : public QObject
{
    Q_OBJECT

public:
    /// A dashboard as its file has it. `text`: the file's bytes when it was read.
    DashboardDocument(DashboardSpec spec, QString path, QByteArray text, QObject *parent = nullptr);
    ~DashboardDocument() override;

    /// A copy of any dashboard, to be kept in the folder under a name that is free there, with an id that
    /// neither a file there nor, where it is asked, `taken` has. No file is written before save(), and as
    /// long as nothing is changed it has nothing to be saved.
    [[nodiscard]] static std::unique_ptr<DashboardDocument>
    copyOf(const DashboardSpec &dashboard, const QString &folder,
           const std::function<bool(const std::string &)> &taken = {});

    [[nodiscard]] const DashboardSpec &spec() const noexcept { return m_history.now(); }
    /// The file, whether it is there yet or not.
    [[nodiscard]] const QString &path() const noexcept { return m_path; }
    [[nodiscard]] bool hasFile() const noexcept { return m_text.has_value(); }
    /// There are changes that the file does not have.
    [[nodiscard]] bool isDirty() const { return !m_history.isSaved(); }

    // ---- steps

    void apply(DashboardEdit edit);
    /// The next step stands by itself.
    void endGesture() { m_history.endGesture(); }
    [[nodiscard]] bool canUndo() const noexcept { return m_history.canUndo(); }
    [[nodiscard]] bool canRedo() const noexcept { return m_history.canRedo(); }
    /// "Move “CPU”"; empty where there is nothing to undo. Plain, displayable.
    [[nodiscard]] QString undoText() const;
    [[nodiscard]] QString redoText() const;
    void undo();
    void redo();
    /// The panel that the last step, undo or redo was about; empty: none.
    [[nodiscard]] const std::string &panel() const noexcept { return m_history.panel(); }

    // ---- the file

    enum class Saving
    {
        Saved,
        Conflict, ///< the file is not the one that was read or written last: nothing was written
        Failed
    };
    struct SaveResult
    {
        Saving saving = Saving::Saved;
        QString problem; ///< of Failed; plain, displayable
    };
    /// Writes the file as a whole or not at all. A file that somebody changed, or put there, meanwhile is
    /// not written over: conflictFound().
    SaveResult save();
    /// To another file, which is the document's from then on; one that is there already is replaced, since
    /// who chose it was asked. The dashboard gets an id of its own where the file is a new one.
    SaveResult saveAs(const QString &path);
    /// Back to what was saved; can be undone.
    void revert();

    /// What the file holds now; empty optional: it is gone. What does not differ from what was read or
    /// written last is no change. Where there are no unsaved changes the new content is taken, as a step that
    /// can be undone; else there is a conflict. A content that cannot be read is told and not taken.
    void diskChanged(const std::optional<QByteArray> &text);
    [[nodiscard]] bool hasConflict() const noexcept { return m_conflict; }
    /// What a copy without a file was made of is this now: followed as a file is in diskChanged(), with the
    /// copy's own id. Nothing where there is a file of its own.
    void originChanged(const DashboardSpec &dashboard);
    /// The conflict is about what this is a copy of.
    [[nodiscard]] bool isOriginConflict() const noexcept { return m_conflict && m_theirOrigin.has_value(); }
    enum class Resolution
    {
        KeepMine,  ///< the next save() writes over what is on disk now
        TakeTheirs ///< a step that can be undone; where the file cannot be read: nothing
    };
    void resolve(Resolution resolution);

signals:
    /// spec() is another one: by a step, undo, redo, revert or from disk.
    void changed();
    /// isDirty(), undo and redo texts, path or hasConflict() may be others.
    void stateChanged();
    /// Somebody else changed the file, and there are changes here too: ask the user, then resolve().
    void conflictFound();
    /// The file on disk cannot be read. Plain, displayable.
    void told(const QString &text);

private:
    void takeFromDisk(const QByteArray &text);
    void takeOrigin(DashboardSpec dashboard);
    [[nodiscard]] std::optional<QByteArray> fileContent(const QString &path) const;
    SaveResult write(const QString &path);

    DashboardHistory m_history;
    QString m_path;
    std::optional<QByteArray> m_text;           ///< of the file, when it was read or written last
    std::optional<QByteArray> m_theirs;         ///< of the file, where it is not that
    std::optional<DashboardSpec> m_theirOrigin; ///< what this was copied of, where it is not that
    bool m_conflict = false;
};

} // namespace sightglass
