// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/grideditor.h"

#include "model/editing/dashboardediting.h"
#include "widgets/editing/griddrag.h"
#include "widgets/editing/placemark.h"
#include "widgets/panels/panelframe.h"
#include "widgets/panels/paneltitle.h"
#include "widgets/views/dashboardview.h"
#include "widgets/views/rowheading.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QShortcut>
#include <QTimer>

#include <algorithm>
#include <string_view>
#include <utility>

namespace sightglass {

namespace {

constexpr int scrollMargin = 36;
constexpr int scrollEveryMs = 16;
constexpr int farthestStep = 200; ///< rows that a key may skip to find another place

bool isUndo(const QKeyEvent *event)
{
    return event->matches(QKeySequence::Undo);
}

bool isRedo(const QKeyEvent *event)
{
    const bool shifted =
        event->key() == Qt::Key_Z && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
    return shifted || event->matches(QKeySequence::Redo);
}

bool isDuplicate(const QKeyEvent *event)
{
    return event->key() == Qt::Key_D && event->modifiers() == Qt::ControlModifier;
}

/// The key alone: desktops of X11 delete by Ctrl+D, too, which duplicates here.
bool isDelete(const QKeyEvent *event)
{
    return event->key() == Qt::Key_Delete && (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
}

bool isArrow(const QKeyEvent *event)
{
    const bool modifiers = (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    return modifiers && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right ||
                         event->key() == Qt::Key_Up || event->key() == Qt::Key_Down);
}

} // namespace

GridEditor::GridEditor(DashboardView *view)
    : QObject(view)
    , m_view(view)
    , m_scroller(new QTimer(this))
{
    m_scroller->setInterval(scrollEveryMs);
    connect(m_scroller, &QTimer::timeout, this, &GridEditor::autoScroll);
    connect(view, &DashboardView::panelsChanged, this, &GridEditor::hook);
    connect(view, &DashboardView::panelCommandGiven, this, &GridEditor::perform);
    view->installEventFilter(this);
    makeShortcuts();
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { watchFocus(now); });
    hook();
}

void GridEditor::makeShortcuts()
{
    m_undo = new QShortcut(m_view);
    m_undo->setKeys(QKeySequence::Undo);
    connect(m_undo, &QShortcut::activated, this, &GridEditor::undo);
    QList<QKeySequence> again = QKeySequence::keyBindings(QKeySequence::Redo);
    if (const QKeySequence usual(Qt::CTRL | Qt::SHIFT | Qt::Key_Z); !again.contains(usual))
        again.append(usual);
    m_redo = new QShortcut(m_view);
    m_redo->setKeys(again);
    connect(m_redo, &QShortcut::activated, this, &GridEditor::redo);
    for (QShortcut *shortcut : {m_undo, m_redo})
        shortcut->setEnabled(false);
}

void GridEditor::watchFocus(QWidget *focus)
{
    const bool isIn = m_document && focus != nullptr && m_view->isAncestorOf(focus);
    const int index = isIn ? indexOf(focus) : -1;
    const bool isPanel = index >= 0 && m_view->panelWidget(index) == focus;
    m_inner = isIn && !isPanel ? focus : nullptr;
    if (m_inner)
        m_inner->installEventFilter(this);
}

GridEditor::~GridEditor()
{
    if (m_drag)
        m_drag->abandon();
}

void GridEditor::setDocument(DashboardDocument *document)
{
    if (m_document == document)
        return;
    endDrag(false);
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    m_view->setEditing(document != nullptr);
    for (QShortcut *shortcut : {m_undo, m_redo})
        shortcut->setEnabled(document != nullptr);
    watchFocus(QApplication::focusWidget());
    if (document != nullptr) {
        connect(document, &DashboardDocument::changed, this, &GridEditor::onDocumentChanged);
        present();
    }
    hook();
}

void GridEditor::setPresenter(Presenter presenter)
{
    m_presenter = std::move(presenter);
    present();
}

void GridEditor::present()
{
    if (m_document)
        m_view->setSpec(m_presenter ? m_presenter(m_document->spec()) : m_document->spec());
}

void GridEditor::onDocumentChanged()
{
    endDrag(false);
    present();
    m_view->reveal(m_document->panel());
}

void GridEditor::hook()
{
    const bool editing = m_document != nullptr;
    for (int i = 0; i < m_view->panelCount(); ++i) {
        QWidget *widget = m_view->panelWidget(i);
        widget->installEventFilter(this); // once only, however often
        PanelFrame *frame = m_view->panel(i);
        if (frame == nullptr)
            continue;
        frame->titleWidget()->installEventFilter(this);
        auto *grip = frame->findChild<PanelGrip *>(QString(), Qt::FindDirectChildrenOnly);
        if (!editing || isCopy(m_view->spec().panels[static_cast<std::size_t>(i)].id)) {
            delete grip;
        } else if (grip == nullptr) {
            grip = new PanelGrip(m_view->theme(), frame);
            grip->installEventFilter(this);
            grip->show();
        }
    }
}

int GridEditor::indexOf(const QObject *watched) const
{
    for (int i = 0; i < m_view->panelCount(); ++i) {
        const QWidget *widget = m_view->panelWidget(i);
        if (watched == widget || watched->parent() == widget)
            return i;
    }
    return -1;
}

std::string GridEditor::selected() const
{
    const QWidget *focus = QApplication::focusWidget();
    for (int i = 0; i < m_view->panelCount(); ++i) {
        const QWidget *widget = m_view->panelWidget(i);
        if (focus != nullptr && (widget == focus || widget->isAncestorOf(focus)))
            return m_view->spec().panels[static_cast<std::size_t>(i)].id;
    }
    return {};
}

bool GridEditor::isCopy(const std::string &id) const
{
    return m_document && !panelIndex(m_document->spec().panels, id);
}

std::string GridEditor::copiedOf(const std::string &id) const
{
    constexpr std::string_view mark = "-copy-";
    for (std::size_t at = id.find(mark); at != std::string::npos; at = id.find(mark, at + 1)) {
        if (!isCopy(id.substr(0, at)))
            return id.substr(0, at);
    }
    return {};
}

void GridEditor::tellOfCopy(const std::string &id)
{
    const std::string first = copiedOf(id);
    emit told(
        tr("This is a copy, made for a value of a variable. The first one can be changed, and all follow."),
        false);
    m_view->reveal(first);
}

int GridEditor::firstSeenRow() const
{
    return ShownRows(m_document->spec().panels, m_view->spec().panels).inFile(m_view->firstSeenRow());
}

bool GridEditor::startEditing()
{
    if (!m_document)
        emit editingRequested();
    return m_document != nullptr;
}

void GridEditor::apply(DashboardEdit edit)
{
    if (m_document)
        m_document->apply(std::move(edit));
}

// ---- events

bool GridEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (m_document == nullptr)
        return QObject::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::MouseButtonRelease:
        if (watched != m_view && handleMouse(watched, static_cast<QMouseEvent *>(event)))
            return true;
        break;
    case QEvent::ShortcutOverride:
        // The window's shortcuts of the same keys wait while a panel is edited.
        if (watched != m_inner && isOurKey(static_cast<QKeyEvent *>(event)))
            event->accept();
        break;
    case QEvent::KeyPress:
        if (watched == m_inner)
            return handleWithin(static_cast<QKeyEvent *>(event));
        if (handleKey(static_cast<QKeyEvent *>(event)))
            return true;
        break;
    case QEvent::FocusOut:
        m_document->endGesture();
        break;
    case QEvent::ContextMenu:
        if (auto *heading = qobject_cast<RowHeading *>(watched)) {
            showHeadingMenu(heading, static_cast<QContextMenuEvent *>(event)->globalPos());
            return true;
        }
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

bool GridEditor::handleMouse(QObject *watched, QMouseEvent *event)
{
    const int index = indexOf(watched);
    const bool grip = qobject_cast<PanelGrip *>(watched) != nullptr;
    const auto *title = qobject_cast<PanelTitle *>(watched);
    const bool holds = grip || title != nullptr || qobject_cast<RowHeading *>(watched) != nullptr;
    if (index < 0 || !holds)
        return false;
    const QPoint global = event->globalPosition().toPoint();
    if (event->type() == QEvent::MouseButtonPress) {
        const bool button = title != nullptr && title->isButtonAt(event->position().toPoint());
        if (event->button() != Qt::LeftButton || button)
            return false;
        m_pressed = global;
        m_pressedIndex = index;
        m_pressedGrip = grip;
        m_view->panelWidget(index)->setFocus(Qt::MouseFocusReason);
        // A heading is a button too, as long as nothing is dragged.
        return qobject_cast<RowHeading *>(watched) == nullptr;
    }
    if (event->type() == QEvent::MouseMove) {
        if (!m_drag && m_pressed &&
            (global - *m_pressed).manhattanLength() >= QApplication::startDragDistance())
            beginDrag(m_pressedIndex, m_pressedGrip);
        if (m_drag)
            dragTo(global);
        return m_drag != nullptr;
    }
    m_pressed.reset();
    if (!m_drag)
        return false;
    if (auto *heading = qobject_cast<RowHeading *>(watched))
        heading->setDown(false);
    endDrag(true);
    return true;
}

bool GridEditor::isOurKey(const QKeyEvent *event) const
{
    const bool onPanel = !selected().empty();
    const bool always = event->matches(QKeySequence::Paste) || isUndo(event) || isRedo(event);
    const bool ofPanel = event->matches(QKeySequence::Copy) || event->matches(QKeySequence::Cut) ||
                         isDelete(event) || isDuplicate(event) || isArrow(event);
    return always || (onPanel && ofPanel) || (m_drag && event->key() == Qt::Key_Escape);
}

bool GridEditor::handleKey(const QKeyEvent *event)
{
    if (m_drag && event->key() == Qt::Key_Escape) {
        endDrag(false);
        return true;
    }
    if (!isOurKey(event))
        return false;
    // What is inside a panel has keys of its own: a table's cells, a text's selection.
    const std::string id = selected();
    const int index = id.empty() ? -1 : m_view->indexOf(id);
    const bool inside = index >= 0 && QApplication::focusWidget() != m_view->panelWidget(index);
    if (inside && !isUndo(event) && !isRedo(event) && !event->matches(QKeySequence::Paste))
        return false;
    if (event->matches(QKeySequence::Paste))
        paste();
    else if (isRedo(event))
        redo();
    else if (isUndo(event))
        undo();
    else if (event->matches(QKeySequence::Copy))
        perform(PanelCommand::Copy, id);
    else if (event->matches(QKeySequence::Cut))
        perform(PanelCommand::Cut, id);
    else if (isDelete(event))
        perform(PanelCommand::Remove, id);
    else if (isDuplicate(event))
        perform(PanelCommand::Duplicate, id);
    else
        return handleArrow(event, id);
    return true;
}

/// Of a field of text, these keys are its own.
bool GridEditor::handleWithin(const QKeyEvent *event)
{
    const bool isField = m_inner->testAttribute(Qt::WA_InputMethodEnabled);
    return !isField && (isUndo(event) || isRedo(event)) && handleKey(event);
}

bool GridEditor::handleArrow(const QKeyEvent *event, const std::string &id)
{
    const DashboardSpec &spec = m_document->spec();
    const auto index = panelIndex(spec.panels, id);
    if (!index || m_view->isSingleColumn())
        return false;
    const bool resize = event->modifiers().testFlag(Qt::ShiftModifier);
    const int across = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    const int down = event->key() == Qt::Key_Up ? -1 : event->key() == Qt::Key_Down ? 1 : 0;
    const GridPosition before = spec.panels[*index].grid;
    const std::string gesture = (resize ? "resize " : "move ") + id;
    // Over what lies there: the next place that changes anything.
    for (int step = 1; step <= (resize || across != 0 ? 1 : farthestStep); ++step) {
        GridPosition wanted = before;
        (resize ? wanted.width : wanted.x) += across;
        (resize ? wanted.height : wanted.y) += down * step;
        if (wanted.x < 0 || wanted.y < 0 || wanted.width < 2 || wanted.height < 2 ||
            wanted.x + wanted.width > panelGridColumns)
            return true;
        DashboardEdit edit = panelMoved(spec, id, wanted, gesture);
        if (edit.spec == spec)
            continue;
        apply(std::move(edit));
        return true;
    }
    return true;
}

// ---- dragging

void GridEditor::beginDrag(int index, bool resize)
{
    const std::string id = m_view->spec().panels[static_cast<std::size_t>(index)].id;
    if (m_view->fullSize() != nullptr || !panelIndex(m_document->spec().panels, id))
        return;
    if (m_view->isSingleColumn()) {
        emit told(tr("Panels can be moved where the window is wider."), false);
        m_pressed.reset();
        return;
    }
    m_document->endGesture();
    m_drag = std::make_unique<GridDrag>(m_view, m_document->spec(), m_presenter, id,
                                        resize ? GridDrag::Kind::Resize : GridDrag::Kind::Move, *m_pressed);
    m_scroller->start();
    if (RowHeading *heading = m_view->heading(index))
        heading->setDown(false);
}

void GridEditor::dragTo(QPoint global)
{
    m_pointer = global;
    m_drag->follow(global);
}

void GridEditor::autoScroll()
{
    if (!m_drag)
        return;
    const int y = m_view->viewport()->mapFromGlobal(m_pointer).y();
    const int above = scrollMargin - y;
    const int below = y - (m_view->viewport()->height() - scrollMargin);
    QScrollBar *bar = m_view->verticalScrollBar();
    const int before = bar->value();
    if (above > 0)
        bar->setValue(before - std::min(above, scrollMargin) / 2);
    else if (below > 0)
        bar->setValue(before + std::min(below, scrollMargin) / 2);
    if (bar->value() != before)
        m_drag->follow(m_pointer);
}

void GridEditor::endDrag(bool drop)
{
    m_pressed.reset();
    m_scroller->stop();
    if (!m_drag)
        return;
    const std::string id = m_drag->id();
    const GridPosition wanted = m_drag->wanted();
    m_drag.reset();
    if (drop && m_document)
        apply(panelMoved(m_document->spec(), id, wanted));
}

} // namespace sightglass
