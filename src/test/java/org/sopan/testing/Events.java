package org.sopan.testing;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Events as CDI delivers them: at once, to every observer method that takes their type. Remembers what was fired. */
public final class Events {
    private final List<Observer> observers = new ArrayList<>();
    private final List<Object> fired = new CopyOnWriteArrayList<>();

    private record Observer(Object bean, Method method) {
        void hear(Object event) {
            if (!method.getParameterTypes()[0].isInstance(event)) {
                return;
            }
            try {
                method.invoke(bean, event);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw new IllegalStateException(e);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Takes up the methods of this bean whose one parameter is observed. */
    public void observedBy(Object bean) {
        for (Method method : bean.getClass().getDeclaredMethods()) {
            if (method.getParameterCount() == 1 && method.getParameters()[0].isAnnotationPresent(Observes.class)) {
                method.setAccessible(true);
                observers.add(new Observer(bean, method));
            }
        }
    }

    public <T> List<T> fired(Class<T> type) {
        return fired.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public <T> Event<T> of() {
        return new Fired<>();
    }

    private final class Fired<T> implements Event<T> {
        @Override
        public void fire(T event) {
            fired.add(event);
            observers.forEach(observer -> observer.hear(event));
        }

        @Override
        public <U extends T> CompletionStage<U> fireAsync(U event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends T> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Event<T> select(@Nullable Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends T> Event<U> select(Class<U> subtype, @Nullable Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends T> Event<U> select(TypeLiteral<U> subtype, @Nullable Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
