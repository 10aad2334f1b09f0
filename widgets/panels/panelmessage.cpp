// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/panelmessage.h"

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

void PanelMessage::clear()
{
    m_kind = Kind::None;
    apply();
}

QString PanelMessage::text() const
{
    return m_kind == Kind::None ? QString() : m_text->text();
}

QString PanelMessage::expression() const
{
    return m_kind == Kind::Error ? m_expression->text() : QString();
}

void PanelMessage::apply()
{
    setVisible(m_kind != Kind::None);
    m_expression->setVisible(m_kind == Kind::Error && !m_expression->text().isEmpty());
    const bool waiting = m_kind == Kind::Waiting;
    m_text->setAlignment(waiting ? Qt::AlignCenter : Qt::AlignLeft | Qt::AlignVCenter);
    setColor(m_text, waiting ? m_theme.textMuted : m_theme.text);
    setColor(m_expression, m_theme.textMuted);
    setAccessibleName(m_text->text());
    update();
}

void PanelMessage::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    if (m_kind != Kind::Error)
        return;
    QPainter painter(this);
    QColor tint = m_theme.semantic(SemanticColor::Critical);
    painter.fillRect(QRect(0, 0, barWidth, height()), tint);
    tint.setAlphaF(0.08F);
    painter.fillRect(QRect(barWidth, 0, width() - barWidth, height()), tint);
}

} // namespace sightglass
