// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/dashboarddocument.h"
#include "widgets/panels/panelcommand.h"

#include <QObject>
#include <QPoint>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>
#include <string>

class QKeyEvent;
class QMimeData;
class QMouseEvent;
class QShortcut;
class QTimer;

namespace sightglass {

class DashboardView;
class GridDrag;
class RowHeading;

/// Editing on the grid of a DashboardView: panels and rows are dragged by their titles, with the others
/// making room while it goes on, and resized by their lower right corner; the pointer at an edge scrolls;
/// Escape takes a drag back. With a panel in focus arrows move it, Shift and arrows resize it, Delete
/// removes, Ctrl+D duplicates, Ctrl+C, Ctrl+X and Ctrl+V work on panels as Grafana's JSON, Ctrl+Z and
/// Ctrl+Shift+Z undo and redo (wherever in the window the focus is, but in a text field), Return opens the
/// menu, E the editor. All steps go to the document; the view shows what comes of them.
class GridEditor : public QObject
{
    Q_OBJECT

public:
    /// Becomes the view's child.
    explicit GridEditor(DashboardView *view);
    ~GridEditor() override;

    /// Editing begins: the view shows this document from now on, and can be taken hold of.
    /// Null: it ends. The document must outlive its editing.
    void setDocument(DashboardDocument *document);
    [[nodiscard]] DashboardDocument *document() const noexcept { return m_document; }
    /// How the document's dashboard is shown: with variables put in, and with copies of what repeats, which
    /// are looked at only. All that is no copy has its own id. Until then as it is.
    using Presenter = std::function<DashboardSpec(const DashboardSpec &)>;
    void setPresenter(Presenter presenter);
    /// Shows the document anew, where the presenter's answer is another one by now.
    void present();

    /// What a menu asks of a panel or row. Outside of editing: editingRequested() first, but for copying.
    void perform(PanelCommand command, const std::string &id);
    /// The panel or row that has the focus; empty: none.
    [[nodiscard]] std::string selected() const;
    [[nodiscard]] bool isDragging() const noexcept { return m_drag != nullptr; }

public slots:
    /// A new panel where there is room, not above what is seen; it is selected.
    void add(const sightglass::PanelSpec &panel);
    void addRow();
    /// Removes a row with what is in it.
    void removeRowWithPanels(const std::string &id);
    void startRenaming(const std::string &id);
    /// Panels from the clipboard, below what is seen.
    void paste();
    void paste(const QMimeData &data);
    void undo();
    void redo();

signals:
    /// Somebody wants to change a dashboard that is not being edited: setDocument() now, or nothing happens.
    void editingRequested();
    /// Open the editor of this panel.
    void panelEditRequested(const std::string &id);
    /// Make a rule of this panel.
    void alertRequested(const sightglass::PanelSpec &panel);
    /// Plain, displayable.
    void told(const QString &text, bool isProblem);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void hook();
    void makeShortcuts();
    /// What has the focus within a panel leaves these keys to us, also a plot, which goes back in time by
    /// them.
    void watchFocus(QWidget *focus);
    void addRepeats(class QMenu *menu, const std::string &id);
    void onDocumentChanged();
    /// The index in the view of what a watched widget belongs to; -1: none.
    [[nodiscard]] int indexOf(const QObject *watched) const;
    bool handleMouse(QObject *watched, QMouseEvent *event);
    bool handleKey(const QKeyEvent *event);
    bool handleWithin(const QKeyEvent *event);
    bool handleArrow(const QKeyEvent *event, const std::string &id);
    [[nodiscard]] bool isOurKey(const QKeyEvent *event) const;
    void beginDrag(int index, bool resize);
    void dragTo(QPoint global);
    void endDrag(bool drop);
    void autoScroll();
    void showHeadingMenu(RowHeading *heading, QPoint global);
    void copy(const std::string &id);
    [[nodiscard]] bool startEditing();
    /// It is shown, but not in the document: of a panel or row that repeats.
    [[nodiscard]] bool isCopy(const std::string &id) const;
    /// What it is a copy of; empty: nothing.
    [[nodiscard]] std::string copiedOf(const std::string &id) const;
    void tellOfCopy(const std::string &id);
    /// Of the document's grid.
    [[nodiscard]] int firstSeenRow() const;
    void apply(DashboardEdit edit);

    DashboardView *m_view;
    QPointer<DashboardDocument> m_document;
    Presenter m_presenter;
    std::unique_ptr<GridDrag> m_drag;
    std::optional<QPoint> m_pressed; ///< where the button went down, on the screen
    int m_pressedIndex = -1;
    bool m_pressedGrip = false;
    QPoint m_pointer;
    QTimer *m_scroller;
    QShortcut *m_undo = nullptr;
    QShortcut *m_redo = nullptr;
    QPointer<QWidget> m_inner; ///< has the focus, within a panel
};

} // namespace sightglass
