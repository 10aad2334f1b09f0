// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/panelframe.h"

#include "model/dashboard/panelframes.h"
#include "model/presentation/dashboardtimes.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/timetext.h"
#include "widgets/panelkit/instantvalues.h"
#include "widgets/panels/panelactions.h"
#include "widgets/panels/panelfactory.h"
#include "widgets/panels/panelmessage.h"
#include "widgets/panels/paneltitle.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QToolTip>
#include <QVBoxLayout>

namespace sightglass {

namespace {

constexpr double focusWidth = 2;

/// The theme of what lies in the panel: a transparent one has the window's ground.
Theme contentTheme(const PanelSpec &spec, Theme theme)
{
    if (spec.transparent)
        theme.surface = theme.window;
    return theme;
}

} // namespace

class PanelFrame::Private
{
public:
    PanelSpec spec;
    Theme theme;
    PanelTitle *title = nullptr;
    PanelView *view = nullptr;
    PanelView *table = nullptr; ///< made when it is first wanted
    PanelMessage *message = nullptr;
    QVBoxLayout *box = nullptr;
    std::unique_ptr<PanelActions> actions;
    AlertState alert = AlertState::Inactive;
    Severity severity = Severity::Warning;
    QString alertSummary;
    PanelDataPtr answer;
    QStringList standingRemarks;
    QStringList answerRemarks;
    QTimeZone zone = QTimeZone::systemTimeZone();
    bool tableShown = false;
    bool absolute = false;                ///< the dashboard's range is
    QMetaObject::Connection followsFocus; ///< while the pointer is here
};

PanelFrame::PanelFrame(const PanelSpec &spec, const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , d(std::make_unique<Private>())
{
    d->spec = spec;
    d->theme = theme;
    const Theme inside = contentTheme(spec, theme);
    d->title = new PanelTitle(panelHeading(spec, false),
                              displayText(std::string_view(spec.description), 2000), inside, this);
    d->view = createPanelView(spec, inside, this);
    d->message = new PanelMessage(inside, this);
    d->box = new QVBoxLayout(this);
    const int padding = theme.panelPadding;
    d->box->setContentsMargins(padding, padding - 2, padding, padding);
    d->box->setSpacing(4);
    d->box->addWidget(d->title);
    d->box->addWidget(d->message);
    if (d->view)
        d->box->addWidget(d->view, 1);
    setEditing(false);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Panel: %1").arg(displayText(std::string_view(spec.title))));
    addActions();
    connectTitle();
    setData(nullptr);
}

PanelFrame::~PanelFrame()
{
    // The keyboard leaves its parts when it is no panel any more.
    disconnect(d->followsFocus);
}

void PanelFrame::addActions()
{
    PanelActions::Calls calls;
    calls.explore = [this] { emit exploreRequested(); };
    calls.fullSize = [this] { emit fullSizeRequested(d->actions->fullSize()->isChecked()); };
    calls.table = [this] { setTableShown(d->actions->table()->isChecked()); };
    calls.remarks = [this] { showRemarks(); };
    calls.copyPicture = [this] { emit copyPictureRequested(); };
    calls.copyData = [this] { emit copyDataRequested(); };
    calls.copyAllData = [this] { emit copyAllDataRequested(); };
    calls.isFiltered = [this] { return filteredRows().has_value(); };
    calls.command = [this](PanelCommand command) { emit commandGiven(command); };
    calls.follow = [this](const std::string &address) { emit addressFollowed(address); };
    calls.save = [this](const ExportOrder &order) { emit saveRequested(order); };
    d->actions = std::make_unique<PanelActions>(this, std::move(calls));
    d->actions->explore()->setEnabled(!d->spec.queries.empty());
    d->actions->setLinks(d->spec.links);
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

void PanelFrame::connectTitle()
{
    d->title->setLinked(!d->actions->linkMenu()->isEmpty());
    d->title->setExplorable(!d->spec.queries.empty());
    connect(d->title, &PanelTitle::menuRequested, this, &PanelFrame::showMenu);
    connect(d->title, &PanelTitle::exploreRequested, this, &PanelFrame::exploreRequested);
    connect(d->title, &PanelTitle::remarksRequested, this, &PanelFrame::showRemarks);
    connect(d->title, &PanelTitle::linksRequested, this, [this] {
        d->actions->linkMenu()->popup(d->title->mapToGlobal(d->title->linkRect().bottomLeft()));
    });
}

const PanelSpec &PanelFrame::spec() const noexcept
{
    return d->spec;
}

void PanelFrame::setPlace(const std::string &id, const GridPosition &place)
{
    d->spec.id = id;
    d->spec.grid = place;
}

void PanelFrame::setShownTime(const PanelTime &time)
{
    setRangeAbsolute(!nowOf(time));
    if (d->view)
        d->view->setShownRange(panelTime(d->spec, time).range);
}

void PanelFrame::setRangeAbsolute(bool absolute)
{
    if (absolute != d->absolute)
        d->title->setTitle(panelHeading(d->spec, absolute));
    d->absolute = absolute;
}

void PanelFrame::setEditing(bool editing)
{
    // A panel of nothing but a text needs no line for a title that it does not have.
    d->title->setVisible(editing || !d->spec.title.empty() || showsData(d->spec));
    d->title->setDraggable(editing);
    setFocusPolicy(editing ? Qt::StrongFocus : Qt::TabFocus);
}

QWidget *PanelFrame::titleWidget() const noexcept
{
    return d->title;
}

PanelView *PanelFrame::view() const noexcept
{
    return d->view;
}

const PanelDataPtr &PanelFrame::panelData() const noexcept
{
    return d->answer;
}

PanelDataPtr PanelFrame::shownData() const
{
    const PanelView *view = d->answer && d->view ? shownView() : nullptr;
    const PanelDataPtr arranged = view != nullptr ? view->arrangedData() : nullptr;
    return arranged ? arranged : d->answer;
}

std::optional<PanelView::FilteredRows> PanelFrame::filteredRows() const
{
    const PanelView *view = d->answer && d->view ? shownView() : nullptr;
    return view != nullptr ? view->filteredRows() : std::nullopt;
}

const Theme &PanelFrame::theme() const noexcept
{
    return d->theme;
}

const QTimeZone &PanelFrame::timeZone() const noexcept
{
    return d->zone;
}

AlertState PanelFrame::alertState() const noexcept
{
    return d->alert;
}

bool PanelFrame::isTableShown() const noexcept
{
    return d->tableShown;
}

bool PanelFrame::isFullSize() const noexcept
{
    return d->actions->fullSize()->isChecked();
}

const PanelActions &PanelFrame::panelActions() const noexcept
{
    return *d->actions;
}

PanelView *PanelFrame::shownView() const
{
    return d->tableShown ? d->table : d->view;
}

// ---- contents

void PanelFrame::setColorBook(const std::shared_ptr<SeriesColorBook> &book)
{
    if (d->view)
        d->view->setColorBook(book);
}

void PanelFrame::setTimeZone(const QTimeZone &zone)
{
    d->zone = zoneOf(d->spec, zone);
    for (PanelView *view : {d->view, d->table}) {
        if (view)
            view->setTimeZone(d->zone);
    }
    if (d->view)
        d->view->setFurtherZones(furtherZonesOf(d->spec, zone));
}

void PanelFrame::setData(const PanelDataPtr &answer)
{
    d->answer = answer;
    const PanelFace face = panelFace(d->spec, answer.get(), body(), zoneRule(d->zone));
    present(face.words);
    if (!d->view)
        return;
    PanelView *shown = shownView();
    shown->setVisible(face.viewShown);
    // Only what is seen is brought up to date.
    if (face.viewShown && answer)
        shown->setData(answer);
    if (const int at = d->box->indexOf(d->message); (d->box->stretch(at) == 0) != face.viewShown)
        d->box->setStretch(at, face.viewShown ? 0 : 1); // which lays everything out anew
    d->title->setNotices(face.notices);
    d->answerRemarks = face.remarks;
    d->title->setRemarks(d->standingRemarks + face.remarks);
    d->actions->remarks()->setEnabled(!d->title->everything().isEmpty());
    d->actions->copyData()->setEnabled(answer && hasAnswer(*answer));
    d->actions->table()->setEnabled(showsData(d->spec) && d->spec.type() != PanelType::Table);
}

PanelBody PanelFrame::body() const
{
    if (!d->view)
        return PanelBody::None;
    if (!showsData(d->spec))
        return PanelBody::WithoutData;
    return d->tableShown ? PanelBody::Table : PanelBody::View;
}

void PanelFrame::present(const PanelWords &words)
{
    switch (words.kind) {
    case PanelWords::Kind::Waiting:
        d->message->showWaiting(words.text);
        break;
    case PanelWords::Kind::Reason:
        d->message->showReason(words.text, words.why, words.expression);
        break;
    case PanelWords::Kind::Error:
        d->message->showError(words.text, words.expression, words.besideView);
        break;
    case PanelWords::Kind::None:
        d->message->clear();
        break;
    }
}

void PanelFrame::setStandingRemarks(const QStringList &remarks)
{
    if (remarks == d->standingRemarks)
        return;
    d->standingRemarks = remarks;
    d->title->setRemarks(remarks + d->answerRemarks);
}

void PanelFrame::setTableShown(bool shown)
{
    const bool possible = d->view && d->actions->table()->isEnabled();
    shown = shown && possible;
    d->actions->table()->setChecked(shown);
    if (shown == d->tableShown)
        return;
    PanelView *before = shownView();
    if (shown && d->table == nullptr) {
        d->table = createTableView(d->spec, contentTheme(d->spec, d->theme), this);
        d->table->setTimeZone(d->zone);
        d->box->addWidget(d->table, 1);
    }
    const bool hadFocus = before->isAncestorOf(focusWidget());
    d->tableShown = shown;
    before->hide();
    setData(d->answer);
    if (hadFocus)
        setFocus(Qt::OtherFocusReason);
}

void PanelFrame::setFullSize(bool full)
{
    d->actions->fullSize()->setChecked(full);
}

void PanelFrame::setTheme(const Theme &theme)
{
    d->theme = theme;
    const Theme inside = contentTheme(d->spec, theme);
    d->title->setTheme(inside);
    d->message->setTheme(inside);
    for (PanelView *view : {d->view, d->table}) {
        if (view)
            view->setTheme(inside);
    }
    update();
}

void PanelFrame::setAlertState(AlertState state, Severity severity, const QString &summary)
{
    if (state == d->alert && severity == d->severity && summary == d->alertSummary)
        return;
    d->alert = state;
    d->severity = severity;
    d->alertSummary = summary;
    d->title->setAlert(state, displayText(summary, 1000));
    setAccessibleDescription(state == AlertState::Inactive ? QString() : displayText(summary, 1000));
    update();
}

// ---- menu and keys

void PanelFrame::showMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(actions());
    menu->popup(d->title->mapToGlobal(d->title->menuRect().bottomLeft()));
}

void PanelFrame::showRemarks()
{
    constexpr int longestMs = 60'000; // read as long as it takes; a key or a click ends it
    const QString text = d->title->everything();
    if (!text.isEmpty())
        QToolTip::showText(d->title->mapToGlobal(QPoint(0, d->title->height())), plainToolTip(text), d->title,
                           {}, longestMs);
}

bool PanelFrame::handleKey(int key)
{
    const PanelActions &actions = *d->actions;
    const auto trigger = [](QAction *action) {
        action->trigger();
        return action->isEnabled();
    };
    switch (key) {
    case Qt::Key_E:
        return trigger(actions.edit());
    case Qt::Key_T:
        return trigger(actions.table());
    case Qt::Key_F:
    case Qt::Key_V:
        return trigger(actions.fullSize());
    case Qt::Key_I:
        return trigger(actions.remarks());
    case Qt::Key_Escape:
        return isFullSize() && trigger(actions.fullSize());
    default:
        return false;
    }
}

/// Two panels must not hear the same key.
void PanelFrame::reachOut()
{
    const QWidget *focused = QApplication::focusWidget();
    while (focused != nullptr && qobject_cast<const PanelFrame *>(focused) == nullptr)
        focused = focused->parentWidget();
    d->actions->setReach(focused == nullptr ? PanelActions::Reach::Window : PanelActions::Reach::Panel);
}

void PanelFrame::keyPressEvent(QKeyEvent *event)
{
    const bool opens = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool plain = event->modifiers() == Qt::NoModifier;
    if (opens && hasFocus())
        showMenu();
    else if (!plain || !handleKey(event->key()))
        QFrame::keyPressEvent(event);
}

void PanelFrame::enterEvent(QEnterEvent *event)
{
    d->title->setMenuShown(true);
    d->followsFocus = connect(qApp, &QApplication::focusChanged, this, &PanelFrame::reachOut);
    reachOut();
    QFrame::enterEvent(event);
}

void PanelFrame::leaveEvent(QEvent *event)
{
    d->title->setMenuShown(hasFocus());
    disconnect(d->followsFocus);
    d->actions->setReach(PanelActions::Reach::Panel);
    QFrame::leaveEvent(event);
}

void PanelFrame::focusInEvent(QFocusEvent *event)
{
    d->title->setMenuShown(true);
    update();
    QFrame::focusInEvent(event);
}

void PanelFrame::focusOutEvent(QFocusEvent *event)
{
    d->title->setMenuShown(underMouse());
    update();
    QFrame::focusOutEvent(event);
}

// ---- painting

void PanelFrame::drawBox(QPainter &painter) const
{
    const bool marked = d->alert != AlertState::Inactive;
    const double width = marked ? 1.5 : 1;
    QPen pen(d->theme.border, width);
    if (marked)
        pen.setColor(d->theme.semantic(d->alert == AlertState::Firing ? SemanticColor::Critical
                                                                      : SemanticColor::Warning));
    else if (d->spec.transparent)
        pen = Qt::NoPen;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    painter.setBrush(d->spec.transparent ? QBrush(Qt::NoBrush) : QBrush(d->theme.surface));
    const double inset = width / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), d->theme.panelRadius,
                            d->theme.panelRadius);
}

void PanelFrame::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), d->theme.window);
    drawBox(painter);
    if (!hasFocus())
        return;
    painter.setPen(QPen(d->theme.accent, focusWidth));
    painter.setBrush(Qt::NoBrush);
    const double inset = focusWidth / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), d->theme.panelRadius,
                            d->theme.panelRadius);
}

void PanelFrame::exportTo(QPainter &painter)
{
    // What has never been on the screen has not been laid out.
    if (!isVisible())
        grab(QRect(0, 0, 1, 1));
    painter.save();
    drawBox(painter);
    painter.restore();
    const auto draw = [&painter](const QWidget *part, const auto &paint) {
        if (part == nullptr || part->isHidden())
            return;
        painter.save();
        painter.translate(part->pos());
        painter.setClipRect(part->rect(), Qt::IntersectClip);
        painter.setFont(part->font());
        paint();
        painter.restore();
    };
    draw(d->title, [this, &painter] { d->title->drawing().paint(painter); });
    draw(d->message, [this, &painter] { d->message->drawing().paint(painter); });
    if (PanelView *view = d->view ? shownView() : nullptr)
        draw(view, [view, &painter] { view->exportTo(painter); });
}

} // namespace sightglass
