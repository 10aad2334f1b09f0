// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/panelframe.h"

#include "model/presentation/displaytext.h"
#include "widgets/panels/panelfactory.h"
#include "widgets/panels/panelmessage.h"
#include "widgets/panels/paneltitle.h"

#include <QCoreApplication>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace sightglass {

namespace {

/// The error as the user reads it: the translated template with its arguments made displayable.
QString errorText(const Error &error)
{
    const std::string source(messageTemplate(error.code));
    const QString translated = QCoreApplication::translate("errors", source.c_str());
    const std::string text = formatMessage(translated.toStdString(), error.arguments);
    return displayText(std::string_view(text), 600);
}

/// The failed expression with its place marked by brackets that no expression contains; hostile, so
/// displayable.
QString markedExpression(const PanelSpec &spec, const PanelData &data)
{
    if (data.failedQuery >= spec.queries.size())
        return {};
    const std::string_view expr = spec.queries[data.failedQuery].expr;
    const std::size_t begin = std::min(data.error->span.begin, expr.size());
    const std::size_t end = std::clamp(data.error->span.end, begin, expr.size());
    if (begin == end)
        return displayText(expr);
    return displayText(expr.substr(0, begin)) + u'⟪' + displayText(expr.substr(begin, end - begin)) + u'⟫' +
           displayText(expr.substr(end));
}

} // namespace

class PanelFrame::Private
{
public:
    PanelSpec spec;
    Theme theme;
    PanelTitle *title = nullptr;
    PanelView *view = nullptr;
    PanelMessage *message = nullptr;
    AlertState alert = AlertState::Inactive;
    Severity severity = Severity::Warning;
    QString alertSummary;
    PanelDataPtr answer;
};

PanelFrame::PanelFrame(const PanelSpec &spec, const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , d(std::make_unique<Private>())
{
    d->spec = spec;
    d->theme = theme;
    d->title = new PanelTitle(displayText(std::string_view(spec.title)),
                              displayText(std::string_view(spec.description), 2000), theme, this);
    d->view = createPanelView(spec, theme, this);
    d->message = new PanelMessage(theme, this);
    auto *layout = new QVBoxLayout(this);
    const int padding = theme.panelPadding;
    layout->setContentsMargins(padding, padding - 2, padding, padding);
    layout->setSpacing(4);
    layout->addWidget(d->title);
    layout->addWidget(d->message);
    if (d->view)
        layout->addWidget(d->view, 1);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Panel: %1").arg(displayText(std::string_view(spec.title))));
    setData(nullptr);
}

PanelFrame::~PanelFrame() = default;

const PanelSpec &PanelFrame::spec() const noexcept
{
    return d->spec;
}

PanelView *PanelFrame::view() const noexcept
{
    return d->view;
}

const PanelDataPtr &PanelFrame::panelData() const noexcept
{
    return d->answer;
}

AlertState PanelFrame::alertState() const noexcept
{
    return d->alert;
}

void PanelFrame::setData(const PanelDataPtr &answer)
{
    d->answer = answer;
    if (!d->view)
        return;
    const bool failed = answer && answer->error;
    const bool showView = answer && (!failed || !answer->series.empty());
    d->view->setVisible(showView);
    if (showView)
        d->view->setData(answer);
    if (!answer)
        d->message->showWaiting(tr("Waiting for data…"));
    else if (failed)
        d->message->showError(errorText(*answer->error), markedExpression(d->spec, *answer), showView);
    else
        d->message->clear();
    auto *box = static_cast<QVBoxLayout *>(layout());
    box->setStretchFactor(d->message, showView ? 0 : 1);
    QStringList remarks;
    if (answer) {
        for (const Annotation &annotation : answer->annotations)
            remarks.append(displayText(std::string_view(annotation.text)));
    }
    d->title->setRemarks(remarks);
}

void PanelFrame::setTheme(const Theme &theme)
{
    d->theme = theme;
    d->title->setTheme(theme);
    d->message->setTheme(theme);
    if (d->view)
        d->view->setTheme(theme);
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

void PanelFrame::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool marked = d->alert != AlertState::Inactive;
    QColor border = d->theme.border;
    if (marked)
        border = d->theme.semantic(d->alert == AlertState::Firing ? SemanticColor::Critical
                                                                  : SemanticColor::Warning);
    painter.fillRect(rect(), d->theme.window);
    const double width = marked ? 1.5 : 1;
    painter.setPen(QPen(border, width));
    painter.setBrush(d->theme.surface);
    const double inset = width / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), d->theme.panelRadius,
                            d->theme.panelRadius);
}

} // namespace sightglass
