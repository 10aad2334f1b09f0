// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/panelmessage.h"

#include "widgets/style/listtext.h"

#include <QFontDatabase>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace sightglass {

namespace {

constexpr int barWidth = 3;
constexpr int padding = 10;

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setMinimumWidth(1);
    return label;
}

void setColor(QLabel *label, const QColor &color)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, color);
    label->setPalette(palette);
}

} // namespace

PanelMessage::PanelMessage(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_text(plainLabel(this))
    , m_expression(plainLabel(this))
{
    QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    mono.setPointSizeF(font().pointSizeF());
    m_expression->setFont(mono);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(padding + barWidth, padding, padding, padding);
    layout->setSpacing(6);
    layout->addStretch(1);
    layout->addWidget(m_text);
    layout->addWidget(m_expression);
    layout->addStretch(1);
    apply();
}

void PanelMessage::setTheme(const Theme &theme)
{
    m_theme = theme;
    apply();
}

void PanelMessage::showWaiting(const QString &text)
{
    m_kind = Kind::Waiting;
    m_text->setText(text);
    m_expression->clear();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    apply();
}

void PanelMessage::showError(const QString &text, const QString &expression, bool besideView)
{
    m_kind = Kind::Error;
    m_text->setText(text);
    m_expression->setText(expression);
    setSizePolicy(QSizePolicy::Preferred, besideView ? QSizePolicy::Maximum : QSizePolicy::Preferred);
    apply();
}

void PanelMessage::showReason(const QString &nothing, const QString &reason, const QString &meant)
{
    m_kind = Kind::Reason;
    m_text->setText(nothing + u'\n' + reason + (meant.isEmpty() ? QString() : u'\n' + tr("Probably meant:")));
    m_expression->setText(meant);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    apply();
}

void PanelMessage::clear()
{
    if (m_kind == Kind::None)
        return;
    m_kind = Kind::None;
    apply();
}

bool PanelMessage::hasExpression() const
{
    return m_kind == Kind::Error || m_kind == Kind::Reason;
}

QString PanelMessage::text() const
{
    return m_kind == Kind::None ? QString() : m_text->text();
}

QString PanelMessage::expression() const
{
    return hasExpression() ? m_expression->text() : QString();
}

void PanelMessage::apply()
{
    setVisible(m_kind != Kind::None);
    m_expression->setVisible(hasExpression() && !m_expression->text().isEmpty());
    const bool failed = m_kind == Kind::Error;
    for (QLabel *label : {m_text, m_expression})
        label->setAlignment(failed ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignCenter);
    setColor(m_text, failed ? m_theme.text : m_theme.textMuted);
    setColor(m_expression, m_kind == Kind::Reason ? m_theme.text : m_theme.textMuted);
    setAccessibleName(m_text->text());
    update();
}

DisplayList PanelMessage::background() const
{
    DisplayList list;
    if (m_kind != Kind::Error)
        return list;
    QColor tint = m_theme.semantic(SemanticColor::Critical);
    list.add(DisplayList::Fill{QRectF(0, 0, barWidth, height()), tint});
    tint.setAlphaF(0.08F);
    list.add(DisplayList::Fill{QRectF(barWidth, 0, width() - barWidth, height()), tint});
    return list;
}

DisplayList PanelMessage::drawing() const
{
    constexpr int mostLines = 40;
    DisplayList list = background();
    for (const QLabel *label : {m_text, m_expression}) {
        if (label->isHidden())
            continue;
        const QStringList lines = wrappedText(label->text(), label->font(), label->width(), mostLines);
        const int height = label->fontMetrics().lineSpacing();
        const auto sides = label->alignment() & Qt::AlignHorizontal_Mask;
        // As the label does it: in its middle.
        int y = label->y() + (label->height() - height * static_cast<int>(lines.size())) / 2;
        for (const QString &line : lines) {
            const QColor color = label->palette().color(QPalette::WindowText);
            list.add(DisplayList::Text{QRectF(label->x(), y, label->width(), height), line, label->font(),
                                       color, sides | Qt::AlignVCenter});
            y += height;
        }
    }
    return list;
}

void PanelMessage::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    background().paint(painter);
}

} // namespace sightglass
