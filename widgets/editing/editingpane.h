// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/editing/addpanelpage.h"
#include "widgets/editing/dashboardsettingspage.h"
#include "widgets/editing/editingcontext.h"
#include "widgets/editing/grideditor.h"
#include "widgets/editing/panelpreview.h"

#include <QPointer>
#include <QWidget>

#include <optional>

class QStackedWidget;

namespace sightglass {

class EditBar;
class PanelEditor;

/// A dashboard that can be edited in its place: while it is, with a bar above it, and with the editor of a
/// panel or the choice of a new one instead of it. Nothing of all that is made before it is first wanted.
class EditingPane : public QWidget
{
    Q_OBJECT

public:
    /// The view becomes part of the pane.
    EditingPane(DashboardView *view, EditingContext context, const Theme &theme, QWidget *parent = nullptr);
    ~EditingPane() override;

    /// See GridEditor::setDocument(). What is open of a panel's editor is closed.
    void setDocument(DashboardDocument *document);
    [[nodiscard]] DashboardDocument *document() const { return m_grid->document(); }
    /// How the dashboard and, in its editor, a panel are shown: with variables put in.
    void setPresenters(GridEditor::Presenter dashboard, PanelPreview::Presenter panel);
    void setContext(const EditingContext &context);

    [[nodiscard]] GridEditor *grid() const noexcept { return m_grid; }
    /// What an empty dashboard shows while it is edited.
    [[nodiscard]] QWidget *invitation() const noexcept { return m_invitation; }
    /// Null where none is open.
    [[nodiscard]] PanelEditor *panelEditor() const;
    [[nodiscard]] AddPanelPage *addPage() const;
    [[nodiscard]] DashboardSettingsPage *settingsPage() const;
    [[nodiscard]] EditBar *bar() const noexcept { return m_bar; }

    void refresh(const DashboardFeed::Question &question);
    void setShownTime(const PanelTime &time);
    void setTheme(const Theme &theme);
    void setTimeZone(const QTimeZone &zone);

public slots:
    /// A new panel; editing begins where it has not.
    void add(const sightglass::PanelSpec &panel);
    void showAddPage();
    /// What of the dashboard is no panel; once more, and it goes away.
    void showSettings();
    void editPanel(const std::string &id);

signals:
    /// See GridEditor.
    void editingRequested();
    /// The user is done; setDocument(nullptr) when what is unsaved has been asked about.
    void editingEnded();
    void alertRequested(const sightglass::PanelSpec &panel);
    void told(const QString &text, bool isProblem);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showGrid();
    /// An empty dashboard says how to go on.
    void showInvitation();
    void buildInvitation();
    void takePanel(const PanelSpec &panel);
    void openEditor(const PanelSpec &panel);

    EditingContext m_context;
    Theme m_theme;
    DashboardView *m_view;
    GridEditor *m_grid;
    EditBar *m_bar;
    QStackedWidget *m_stack;
    QWidget *m_invitation;
    QPointer<PanelEditor> m_editor;
    QPointer<AddPanelPage> m_add;
    QPointer<DashboardSettingsPage> m_settings;
    PanelPreview::Presenter m_panelPresenter;
    DashboardFeed::Question m_question;
    std::optional<PanelTime> m_time;
    std::optional<QTimeZone> m_zone;
    bool m_isNew = false; ///< the panel in the editor is in the dashboard only when it is applied
};

} // namespace sightglass
