// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/catalogsource.h"
#include "model/presentation/dashboarddocument.h"
#include "model/presentation/workspace.h"
#include "model/scrape/backgroundtask.h"
#include "model/scrape/filewatch.h"
#include "widgets/editing/editingpane.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

namespace sightglass {

/// The editing of one page's dashboard: begins with its own file or a copy of it, keeps the document, asks
/// what is to become of unsaved changes. Nothing is made before somebody edits.
class DashboardEditing : public QObject
{
    Q_OBJECT

public:
    DashboardEditing(Workspace *workspace, DashboardView *view, const Theme &theme, QObject *parent);
    ~DashboardEditing() override;

    /// The view, and what is around it and in its place while it is edited.
    [[nodiscard]] EditingPane *pane() const noexcept { return m_pane; }

    [[nodiscard]] bool isActive() const noexcept { return m_document != nullptr; }
    [[nodiscard]] bool isDirty() const { return m_document && m_document->isDirty(); }
    /// Null while nobody edits.
    [[nodiscard]] DashboardDocument *document() const noexcept { return m_document.get(); }

    /// Where dashboards of the user's own are kept.
    [[nodiscard]] static QString folder();

    /// What a dashboard that is not edited is made of; empty source: it has no file.
    struct Origin
    {
        DashboardSpec spec;
        QString source;
        QByteArray text;
    };
    /// A file in this program's form is edited itself, anything else as a copy.
    void begin(const Origin &origin);
    /// What is unsaved is asked about first; `then` is called when nothing is to be lost any more.
    void leave(const std::function<void()> &then);
    /// Whatever is unsaved is lost.
    void end();
    /// What the page has from its file, or from wherever else, is this. A copy of a file follows it.
    void originChanged(const DashboardSpec &dashboard);
    /// New contents of the file that is edited.
    void fileChanged(const QString &source, const std::optional<QByteArray> &text);

    void setTheme(const Theme &theme) { m_pane->setTheme(theme); }
    void setTimeZone(const QTimeZone &zone) { m_pane->setTimeZone(zone); }
    void setQuestion(const DashboardFeed::Question &question);
    void setShownTime(const PanelTime &time);

signals:
    /// Somebody wants to edit: begin().
    void wanted();
    /// The document's dashboard is another one.
    void changed();
    /// Whether it is edited, or has something unsaved.
    void stateChanged();
    /// Nobody edits any more; the file that was written meanwhile, or nothing.
    void ended(const QString &savedPath);
    void alertRequested(const sightglass::PanelSpec &panel);
    void told(const QString &text, bool isProblem);

private:
    void connectPane();
    /// The document's file is followed as soon as there is one: a copy that was saved for the first time, or
    /// under another name, is no file that is open.
    void watchFile();
    void readFile();
    [[nodiscard]] EditingContext context() const;

    Workspace *m_workspace;
    CatalogSource *m_catalog;
    EditingPane *m_pane;
    std::unique_ptr<DashboardDocument> m_document;
    std::optional<DashboardSpec> m_origin; ///< that the document is a copy of; empty: of no file
    bool m_saved = false;                  ///< something was written
    struct Reading
    {
        QString path;
        std::optional<QByteArray> text; ///< empty: it is gone
        bool known = false;             ///< it could be told
    };
    std::unique_ptr<FileWatch> m_watch;
    std::unique_ptr<BackgroundTask<Reading>> m_reading;
    QString m_watched;
};

} // namespace sightglass
