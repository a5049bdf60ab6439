package farol.console.security;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import farol.console.start.FirstStart;
import farol.console.web.IdempotencyFilter;
import farol.console.web.IdempotentAnswers;
import farol.console.web.Problems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/** Which door asks for what: tokens at the API, keys at the intake, a session in the console. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  /** Doors whose key, signature or token is part of the request itself. */
  private static final String[] KEYED_DOORS = {
    "/v2/**",
    "/integrations/**",
    "/heartbeats/**",
    "/admission/**",
    "/calendars/**",
    "/channels/**",
    "/a/**",
    "/status-page/subscriptions",
    "/status-page/confirm/**",
    "/status-page/manage/**",
    "/status-page/unsubscribe/**",
    "/actuator/**"
  };

  @Bean
  @Order(1)
  SecurityFilterChain api(
      HttpSecurity http, TokenActors actors, Problems problems, IdempotentAnswers answers)
      throws Exception {
    return http.securityMatcher("/api/**")
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterBefore(new BearerFilter(actors, problems), AnonymousAuthenticationFilter.class)
        .addFilterAfter(new IdempotencyFilter(answers, problems), AuthorizationFilter.class)
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(
                        HttpMethod.GET, "/api/v1/openapi.json", "/api/v1/launch-gate/keys/**")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .exceptionHandling(
            errors ->
                errors
                    .authenticationEntryPoint(
                        (request, response, _) -> problems.unauthorized(request, response))
                    .accessDeniedHandler(
                        (request, response, _) -> problems.unauthorized(request, response)))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain keyedDoors(HttpSecurity http) throws Exception {
    return http.securityMatcher(KEYED_DOORS)
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain firstRun(HttpSecurity http) throws Exception {
    return http.securityMatcher("/first-run")
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }

  @Bean
  @Order(4)
  SecurityFilterChain console(
      HttpSecurity http, PasswordSignIn signIn, ObjectProvider<FirstStart> firstStart)
      throws Exception {
    return http.authenticationProvider(signIn)
        .addFilterBefore(
            new FirstRunFilter(firstStart.getObject()), AnonymousAuthenticationFilter.class)
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/farol.css", "/farol.js", "/favicon.ico", "/icons/**")
                    .permitAll())
        .with(
            VaadinSecurityConfigurer.vaadin(),
            vaadin ->
                // An address that leads nowhere is told so by the console, in its own frame.
                vaadin
                    .loginView("/login")
                    .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated))
        .formLogin(
            form ->
                form.failureHandler(
                    (_, response, refused) ->
                        response.sendRedirect(
                            refused
                                    instanceof
                                    org.springframework.security.authentication.LockedException
                                ? "/login?error=wait"
                                : "/login?error")))
        .build();
  }
}
