// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/annotationswitches.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPixmap>
#include <QToolButton>

#include <utility>

namespace sightglass {

namespace {

constexpr int longestName = 30;
constexpr int dotSize = 10;

QIcon dot(const QColor &color)
{
    QPixmap pixmap(dotSize, dotSize);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QRectF(1, 1, dotSize - 2, dotSize - 2));
    return QIcon(pixmap);
}

} // namespace

AnnotationSwitches::AnnotationSwitches(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
    , m_theme(darkTheme())
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
    hide();
}

void AnnotationSwitches::setTheme(const Theme &theme)
{
    m_theme = theme;
    rebuild();
}

void AnnotationSwitches::setAnnotations(const std::vector<AnnotationSpec> &annotations)
{
    if (annotations == m_annotations)
        return;
    m_annotations = annotations;
    rebuild();
}

void AnnotationSwitches::rebuild()
{
    for (const auto &[name, button] : std::exchange(m_buttons, {})) {
        button->hide();
        button->deleteLater();
    }
    for (const AnnotationSpec &annotation : m_annotations) {
        // Alerts of this program have no switch where the dashboard does not name them.
        if (annotation.hidden || m_buttons.contains(annotation.name))
            continue;
        auto *button = new QToolButton;
        button->setObjectName(QStringLiteral("annotation-") + QString::fromStdString(annotation.name));
        button->setCheckable(true);
        button->setChecked(annotation.enabled);
        button->setText(
            displayText(std::string_view(annotation.name), longestName).replace(u'&', QLatin1String("&&")));
        const QColor color = m_theme.named(annotation.color);
        button->setIcon(dot(color.isValid() ? color : m_theme.accent));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setToolTip(tr("Show these annotations on charts"));
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QToolButton::toggled, this,
                [this, name = annotation.name](bool on) { emit toggled(name, on); });
        m_layout->addWidget(button);
        m_buttons[annotation.name] = button;
    }
    setVisible(!m_buttons.empty());
}

void AnnotationSwitches::setAnswers(const std::vector<AnnotationFeed::Answer> &answers)
{
    for (const AnnotationFeed::Answer &answer : answers) {
        const auto found = m_buttons.find(answer.annotation.name);
        if (found == m_buttons.end())
            continue;
        const QString text =
            answer.error ? tr("Its query fails: %1").arg(errorText(*answer.error))
                         : tr("%n mark(s) in the time shown", nullptr, static_cast<int>(answer.marks.size()));
        found->second->setToolTip(plainToolTip(text));
        found->second->setAccessibleDescription(text);
    }
}

} // namespace sightglass
